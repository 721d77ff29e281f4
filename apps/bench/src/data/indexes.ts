import pg from 'pg';

const TABLES = ['payments', 'operations', 'payment_events', 'notes'];

/** Statements that take away what slows a load down, and those that bring it back. */
export type Indexes = { readonly drop: readonly string[]; readonly create: readonly string[] };

/**
 * Every index, unique and foreign key of the tables to be filled, as the database has them now.
 * Primary keys stay: the rows come in their order.
 */
export async function readIndexes(client: pg.Pool): Promise<Indexes> {
  const { rows: constraints } = await client.query<{ table: string; name: string; text: string }>(
    `SELECT conrelid::regclass::text AS table, conname AS name, pg_get_constraintdef(oid) AS text
     FROM pg_constraint WHERE conrelid::regclass::text = ANY($1) AND contype IN ('u', 'f')`,
    [TABLES],
  );
  const { rows: indexes } = await client.query<{ name: string; text: string }>(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS text
     FROM pg_index WHERE indrelid::regclass::text = ANY($1)
       AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid AND contype IN ('p', 'u'))
     ORDER BY pg_get_indexdef(indexrelid) LIKE '%gin%' DESC`,
    [TABLES],
  );
  const altered = constraints.map(({ table, name, text }) => ({
    drop: `ALTER TABLE ${table} DROP CONSTRAINT ${pg.escapeIdentifier(name)}`,
    create: `ALTER TABLE ${table} ADD CONSTRAINT ${pg.escapeIdentifier(name)} ${text}`,
    foreign: text.startsWith('FOREIGN'),
  }));
  const foreignFirst = altered.toSorted((a, b) => Number(b.foreign) - Number(a.foreign));
  return {
    drop: [
      ...foreignFirst.map(({ drop }) => drop),
      ...indexes.map(({ name }) => `DROP INDEX ${name}`),
    ],
    create: [
      ...indexes.map(({ text }) => text),
      ...foreignFirst.toReversed().map(({ create }) => create),
    ],
  };
}
