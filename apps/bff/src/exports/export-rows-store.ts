import { sql as fragment } from 'kysely';
import { type ExportColumn, exportColumnFacts } from 'paygate-payments';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Selection } from '../payments/select-rows.ts';
import type { Sql } from '../storage/database.ts';
import { inlineParameters } from '../storage/inline-parameters.ts';
import { amountExpression, type CellSetting, cellExpression } from './cell-store.ts';
import { type SummedAmount, summedAmounts } from './summed-amounts.ts';

/** Rows and sums of one currency, minor units. */
export type CurrencyFigures = { readonly currency: string; readonly rows: number } & Readonly<
  Record<SummedAmount, number>
>;

/** One view of the database that nothing changes any more, on a connection of its own. */
export type Snapshot = {
  readonly sql: Sql;
  /** The bytes of a COPY of the rows, in pieces that end anywhere. */
  copy(selection: Selection, columns: readonly ExportColumn[], setting: CellSetting): Copying;
};
type Copying = AsyncIterable<Buffer>;

/**
 * Runs `work` over one REPEATABLE READ view. Where it throws, the connection is closed rather than
 * given back: a COPY that nobody reads to its end would block it for ever.
 */
export async function withSnapshot<T>(
  pool: pg.Pool,
  signal: AbortSignal,
  work: (snapshot: Snapshot) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await client.query(`SET LOCAL timezone = 'Europe/Zurich'`);
    const result = await work({
      sql: client,
      copy: (selection, columns, setting) => copyRows(client, signal, selection, columns, setting),
    });
    await client.query('COMMIT');
    client.release();
    return result;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

async function* copyRows(
  client: pg.ClientBase,
  signal: AbortSignal,
  selection: Selection,
  columns: readonly ExportColumn[],
  setting: CellSetting,
): Copying {
  const stream = client.query(copyTo(copyStatement(selection, columns, setting)));
  const cut = (): void => {
    stream.destroy(new Error('the export was stopped'));
  };
  signal.addEventListener('abort', cut);
  try {
    for await (const piece of stream) yield piece as Buffer;
  } finally {
    signal.removeEventListener('abort', cut);
  }
}

/** What makes the database write the rows: all the work on each cell is its own. */
export function copyStatement(
  selection: Selection,
  columns: readonly ExportColumn[],
  setting: CellSetting,
): string {
  const cells = columns.map(
    (column, at) => fragment`${cellExpression(column, setting)} AS ${fragment.raw(`c${at}`)}`,
  );
  const rows = inlineParameters(selection.rows(cells));
  return `COPY (${rows}) TO STDOUT ${optionsFor(columns, setting)}`;
}

function optionsFor(columns: readonly ExportColumn[], { style }: CellSetting): string {
  if (style.kind === 'sheet') return '';
  const separator = style.separator;
  const quoted = columns.flatMap((column, at) =>
    exportColumnFacts[column].kind === 'text' ? [`c${at}`] : [],
  );
  const force = quoted.length === 0 ? '' : `, FORCE_QUOTE (${quoted.join(', ')})`;
  return `(FORMAT csv, DELIMITER '${separator}'${force})`;
}

/** How many rows there are and what they add up to, per currency. */
export async function selectFigures(
  sql: Sql,
  selection: Selection,
): Promise<readonly CurrencyFigures[]> {
  const sums = summedAmounts.map(
    (amount) =>
      fragment`coalesce(sum(${fragment.raw(amountExpression(amount))}), 0)::bigint AS ${fragment.ref(amount)}`,
  );
  // Payments know one currency; the check of the table says so, and this figure proves it.
  const columns = [
    fragment`count(*) AS rows`,
    fragment`coalesce(max(currency), 'CHF') AS currency`,
    fragment`coalesce(min(currency), 'CHF') AS least`,
    ...sums,
  ];
  const { sql: text, parameters } = selection.figures(columns);
  const { rows } = await sql.query<CurrencyFigures & { readonly least: string }>(text, [
    ...parameters,
  ]);
  if (rows.some(({ currency, least }) => currency !== least))
    throw new Error('sums of several currencies');
  return rows.map(({ least: _, ...figures }) => figures);
}
