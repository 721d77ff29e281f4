import type { Sql } from '../storage/database.ts';

export type QueueFigures = {
  readonly critical: number;
  readonly urgent: number;
  readonly soon: number;
  readonly missed: number;
  readonly calm: number;
  /** Minor units that remain where the capture is due within the urgent threshold, missed left out. */
  readonly atRisk: number;
  /** Minor units that remain where nobody captured in time. */
  readonly missedAmount: number;
};

/** Counts what waits to be captured by how soon it is due. Thresholds are ms before the deadline. */
export async function countCaptureQueue(
  sql: Sql,
  merchantIds: readonly number[],
  now: number,
  thresholds: { readonly soon: number; readonly urgent: number; readonly critical: number },
): Promise<QueueFigures> {
  const { rows } = await sql.query<QueueFigures>(
    `SELECT count(*) FILTER (WHERE capture_due <= $2) AS missed,
       count(*) FILTER (WHERE capture_due > $2 AND capture_due <= $3) AS critical,
       count(*) FILTER (WHERE capture_due > $3 AND capture_due <= $4) AS urgent,
       count(*) FILTER (WHERE capture_due > $4 AND capture_due <= $5) AS soon,
       count(*) FILTER (WHERE capture_due > $5) AS calm,
       coalesce(sum(authorized - captured - reversed - closed)
         FILTER (WHERE capture_due > $2 AND capture_due <= $4), 0)::bigint AS "atRisk",
       coalesce(sum(authorized - captured - reversed - closed)
         FILTER (WHERE capture_due <= $2), 0)::bigint AS "missedAmount"
     FROM payments WHERE merchant_id = ANY($1) AND capture_due < 'infinity'`,
    [
      merchantIds,
      new Date(now),
      new Date(now + thresholds.critical),
      new Date(now + thresholds.urgent),
      new Date(now + thresholds.soon),
    ],
  );
  return (
    rows[0] ?? { critical: 0, urgent: 0, soon: 0, missed: 0, calm: 0, atRisk: 0, missedAmount: 0 }
  );
}

/** How many payments have an outcome that nobody knows yet. */
export async function countUnknown(sql: Sql, merchantIds: readonly number[]): Promise<number> {
  const { rows } = await sql.query<{ count: number }>(
    `SELECT count(*) FROM payments WHERE merchant_id = ANY($1) AND status = 'unknown'`,
    [merchantIds],
  );
  return rows[0]?.count ?? 0;
}

/** How many payments a refund is due for in each group of connections, between two instants. */
export async function countRefundsDue(
  sql: Sql,
  merchantIds: readonly number[],
  groups: readonly { readonly connectionIds: readonly string[]; readonly until: number }[],
  now: number,
): Promise<number> {
  let total = 0;
  for (const { connectionIds, until } of groups) {
    const { rows } = await sql.query<{ count: number }>(
      `SELECT count(*) FROM payments WHERE merchant_id = ANY($1) AND connection_id = ANY($2)
         AND refund_due > $3 AND refund_due <= $4`,
      [merchantIds, connectionIds, new Date(now), new Date(until)],
    );
    total += rows[0]?.count ?? 0;
  }
  return total;
}
