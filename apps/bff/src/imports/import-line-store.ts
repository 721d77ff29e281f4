import type { Sql } from '../storage/database.ts';
import type { HistoryImport, ImportLine, LineState } from './import.ts';

type ImportKey = Pick<HistoryImport, 'merchantId' | 'id'>;

const AT_ONCE = 2000;

/** Adds the lines of an import, a few thousand with each statement. */
export async function insertLines(
  sql: Sql,
  { merchantId, id }: ImportKey,
  lines: readonly ImportLine[],
): Promise<void> {
  for (let from = 0; from < lines.length; from += AT_ONCE) {
    const some = lines.slice(from, from + AT_ONCE).map((line) => ({
      ...line,
      authorizedAt: line.authorizedAt === null ? null : new Date(line.authorizedAt),
    }));
    await sql.query(
      `INSERT INTO history_import_lines (merchant_id, import_id, line, raw, pay_id, trans_id, authorized_at,
         state, field, problem)
       SELECT $1, $2, line, raw, "payId", "transId", "authorizedAt", state, field, problem
       FROM jsonb_to_recordset($3) AS told (line int, raw text, "payId" text, "transId" text,
         "authorizedAt" timestamptz, state text, field text, problem text)`,
      [merchantId, id, JSON.stringify(some)],
    );
  }
}

/** A line with the amounts of its payment, in minor units, where it has one. */
export type ListedLine = ImportLine & {
  readonly authorized: number | null;
  readonly captured: number | null;
  readonly refunded: number | null;
};
type Row = Omit<ListedLine, 'authorizedAt'> & { readonly authorizedAt: Date | null };

/** Lines after a line number, in their order; only those of one state, unless it is null. */
export async function selectLines(
  sql: Sql,
  { merchantId, id }: ImportKey,
  {
    after,
    limit,
    states,
  }: {
    readonly after: number;
    readonly limit: number;
    readonly states: readonly LineState[] | null;
  },
): Promise<readonly ListedLine[]> {
  const { rows } = await sql.query<Row>(
    `SELECT l.line, l.raw, l.pay_id AS "payId", l.trans_id AS "transId", l.authorized_at AS "authorizedAt",
       l.state, l.field, l.problem, l.payment_id AS "paymentId", p.authorized, p.captured, p.refunded
     FROM history_import_lines l
     LEFT JOIN payments p ON p.merchant_id = l.merchant_id AND p.id = l.payment_id
     WHERE l.merchant_id = $1 AND l.import_id = $2 AND l.line > $3
       AND ($4::text[] IS NULL OR l.state = ANY($4))
     ORDER BY l.line LIMIT $5`,
    [merchantId, id, after, states, limit],
  );
  return rows.map((row) => ({ ...row, authorizedAt: row.authorizedAt?.getTime() ?? null }));
}

/** Writes what became of a line that still waits; what has been written stays. */
export async function settleLine(
  sql: Sql,
  { merchantId, id }: ImportKey,
  {
    line,
    state,
    field,
    problem,
    paymentId,
  }: Pick<ImportLine, 'line' | 'state' | 'field' | 'problem' | 'paymentId'>,
): Promise<void> {
  await sql.query(
    `UPDATE history_import_lines SET state = $4, field = $5, problem = $6, payment_id = $7
     WHERE merchant_id = $1 AND import_id = $2 AND line = $3 AND state = 'waiting'`,
    [merchantId, id, line, state, field, problem, paymentId],
  );
}

/** A question whose answer could not be used: the line comes last, and how often it was asked is known. */
export async function countAttempt(
  sql: Sql,
  { merchantId, id }: ImportKey,
  line: number,
): Promise<number> {
  const { rows } = await sql.query<{ attempts: number }>(
    `UPDATE history_import_lines SET attempts = attempts + 1
     WHERE merchant_id = $1 AND import_id = $2 AND line = $3 RETURNING attempts`,
    [merchantId, id, line],
  );
  return rows[0]?.attempts ?? 0;
}

/** Payments of a connection that have one of these names. */
export async function selectNamed(
  sql: Sql,
  connectionId: string,
  { payId, transId }: Pick<ImportLine, 'payId' | 'transId'>,
): Promise<
  readonly { readonly id: string; readonly payId: string | null; readonly transId: string }[]
> {
  const { rows } = await sql.query<{ id: string; payId: string | null; transId: string }>(
    `SELECT id, pay_id AS "payId", trans_id AS "transId" FROM payments
     WHERE connection_id = $1 AND (pay_id = $2 OR trans_id = $3)`,
    [connectionId, payId, transId],
  );
  return rows;
}
