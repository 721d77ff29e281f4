import type { Sql } from '../storage/database.ts';

type PaymentKey = { readonly merchantId: number; readonly id: string };

/** Notes what these facts of a payment count as, in the transaction that appended them. */
export async function insertAdditions(
  sql: Sql,
  payment: PaymentKey,
  facts: readonly string[],
): Promise<void> {
  await sql.query(
    `INSERT INTO report_additions
       (merchant_id, payment_id, seq, kind, hour, connection_id, detail, wait, amount)
     SELECT merchant_id, payment_id, seq, kind, hour, connection_id, detail, wait, amount
     FROM report_movements WHERE merchant_id = $1 AND payment_id = $2 AND fact = ANY($3)`,
    [payment.merchantId, payment.id, facts],
  );
}

/** The same for facts of many payments of a merchant; `facts[n]` belongs to `paymentIds[n]`. */
export async function insertAdditionsOfMany(
  sql: Sql,
  merchantId: number,
  paymentIds: readonly string[],
  facts: readonly string[],
): Promise<void> {
  await sql.query(
    `INSERT INTO report_additions
       (merchant_id, payment_id, seq, kind, hour, connection_id, detail, wait, amount)
     SELECT m.merchant_id, m.payment_id, m.seq, m.kind, m.hour, m.connection_id, m.detail, m.wait,
       m.amount
     FROM unnest($2::uuid[], $3::text[]) AS told (payment_id, fact)
     JOIN report_movements m ON m.merchant_id = $1 AND m.payment_id = told.payment_id
       AND m.fact = told.fact`,
    [merchantId, paymentIds, facts],
  );
}

/**
 * Moves up to `limit` additions into the sums of their hours, in one statement: both or neither.
 * Rows that another process is moving are left to it. Answers how many were moved.
 */
export async function foldAdditions(sql: Sql, limit: number): Promise<number> {
  const { rows } = await sql.query<{ moved: number }>(
    `WITH chosen AS (
       SELECT merchant_id, payment_id, seq, kind FROM report_additions
       LIMIT $1 FOR UPDATE SKIP LOCKED
     ), taken AS (
       DELETE FROM report_additions USING chosen
       WHERE report_additions.merchant_id = chosen.merchant_id
         AND report_additions.payment_id = chosen.payment_id
         AND report_additions.seq = chosen.seq AND report_additions.kind = chosen.kind
       RETURNING report_additions.*
     ), added AS (
       INSERT INTO report_hours AS known
         (merchant_id, hour, connection_id, kind, detail, wait, count, amount)
       SELECT merchant_id, hour, connection_id, kind, detail, wait, count(*), sum(amount)
       FROM taken GROUP BY 1, 2, 3, 4, 5, 6
       -- In one order, so that two processes never wait for each other.
       ORDER BY 1, 2, 3, 4, 5, 6
       ON CONFLICT (merchant_id, hour, connection_id, kind, detail, wait) DO UPDATE
         SET count = known.count + excluded.count, amount = known.amount + excluded.amount
     )
     SELECT count(*) AS moved FROM taken`,
    [limit],
  );
  return rows[0]?.moved ?? 0;
}

const kept = `
  SELECT merchant_id, hour, connection_id, kind, detail, wait,
    sum(count)::bigint AS count, sum(amount)::bigint AS amount
  FROM (SELECT merchant_id, hour, connection_id, kind, detail, wait, count, amount FROM report_hours
        UNION ALL
        SELECT merchant_id, hour, connection_id, kind, detail, wait, 1, amount FROM report_additions) both_parts
  GROUP BY 1, 2, 3, 4, 5, 6`;
const computed = `
  SELECT merchant_id, hour, connection_id, kind, detail, wait, count(*)::bigint AS count,
    sum(amount)::bigint AS amount
  FROM report_movements GROUP BY 1, 2, 3, 4, 5, 6`;

export type HourFault = {
  readonly merchantId: number;
  readonly hour: Date;
  readonly kind: string;
  readonly detail: string;
  readonly keptCount: number | null;
  readonly keptAmount: number | null;
  readonly count: number | null;
  readonly amount: number | null;
};

/** Where the sums differ from the facts, at one moment; the first `limit` of them. */
export async function selectFaults(sql: Sql, limit: number): Promise<readonly HourFault[]> {
  await sql.query('SET LOCAL statement_timeout = 0');
  const { rows } = await sql.query<HourFault>(
    `SELECT merchant_id AS "merchantId", hour, kind, detail, kept.count AS "keptCount",
       kept.amount AS "keptAmount", computed.count, computed.amount
     FROM (${kept}) kept FULL JOIN (${computed}) computed
       USING (merchant_id, hour, connection_id, kind, detail, wait)
     WHERE (kept.count, kept.amount) IS DISTINCT FROM (computed.count, computed.amount)
     ORDER BY merchant_id, hour, kind LIMIT $1`,
    [limit],
  );
  return rows;
}

/**
 * Computes every sum from the facts of one moment; what is added meanwhile stays an addition. Needs
 * a transaction of its own, and fails with 40001 or 23505 where sums were being moved.
 */
export async function rebuildHours(sql: Sql): Promise<void> {
  await sql.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
  await sql.query('SET LOCAL statement_timeout = 0');
  await sql.query('DELETE FROM report_additions');
  await sql.query('DELETE FROM report_hours');
  await sql.query(
    `INSERT INTO report_hours (merchant_id, hour, connection_id, kind, detail, wait, count, amount)
     ${computed}`,
  );
}
