import pg from 'pg';

const TABLES = ['payments', 'operations', 'payment_events', 'notes'];

type Statement = { readonly name: string; readonly text: string };

/** Statements that take away what slows a load down, and those that bring it back. */
export type Indexes = {
  readonly drop: readonly string[];
  /** Those that take longest first. */
  readonly ofPayments: readonly Statement[];
  readonly ofSteps: readonly Statement[];
  /** Once all others are there. */
  readonly foreign: readonly Statement[];
};

type Found = Statement & { readonly table: string };

/**
 * Every index, unique and foreign key of the tables to be filled, as the database has them now.
 * Primary keys stay: the rows come in their order.
 */
export async function readIndexes(client: pg.Pool): Promise<Indexes> {
  const { rows: constraints } = await client.query<Found & { readonly foreign: boolean }>(
    `SELECT conrelid::regclass::text AS table, conname AS name, contype = 'f' AS foreign,
       format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS text
     FROM pg_constraint WHERE conrelid::regclass::text = ANY($1) AND contype IN ('u', 'f')
     ORDER BY contype = 'f' DESC`,
    [TABLES],
  );
  const { rows: indexes } = await client.query<Found>(
    `SELECT indrelid::regclass::text AS table, indexrelid::regclass::text AS name,
       pg_get_indexdef(indexrelid) AS text
     FROM pg_index WHERE indrelid::regclass::text = ANY($1)
       AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid AND contype IN ('p', 'u'))
     ORDER BY pg_get_indexdef(indexrelid) LIKE '%gin%' DESC, indpred IS NULL DESC`,
    [TABLES],
  );
  const own = [...indexes, ...constraints.filter(({ foreign }) => !foreign)];
  return {
    drop: [
      ...constraints.map(
        ({ table, name }) => `ALTER TABLE ${table} DROP CONSTRAINT ${pg.escapeIdentifier(name)}`,
      ),
      ...indexes.map(({ name }) => `DROP INDEX ${name}`),
    ],
    ofPayments: own.filter(({ table }) => table === 'payments'),
    ofSteps: own.filter(({ table }) => table !== 'payments'),
    foreign: constraints.filter(({ foreign }) => foreign),
  };
}
