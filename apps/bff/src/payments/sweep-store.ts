import type { ClaimWish } from '../storage/claim.ts';
import type { Sql } from '../storage/database.ts';
import type { Payment } from './payment.ts';
import { type PaymentRow, paymentColumns, toPayment } from './payment-store.ts';

/** When the gateway was last asked about a payment, or should have been. */
const LOOKED_AT = 'coalesce(greatest(checked_at, swept_at), created_at)';
const REFUND_DAY = `(refund_due AT TIME ZONE 'UTC')::date`;
/** Word for word what the two indexes of the sweep hold. */
const CAN_CAPTURE = `capture_due < 'infinity' AND open_state IS NULL`;
const CAN_REFUND = `capture_due = 'infinity' AND refund_due < 'infinity' AND open_state IS NULL`;

/** Candidates for so many processes: what another one has locked at this moment is passed over. */
const PROCESSES = 4;

/**
 * Names of payments that can still move money at $1, looked at longest ago: `limit` of those that can be
 * captured, and `limit` of each day on which refunds end. Days that are over are not read: what lies in
 * them grows for ever and would be passed over in each round.
 */
const longestAgo = (condition: string, limit: string) => `
  SELECT * FROM (
    SELECT merchant_id, id, 1 AS turn, ${LOOKED_AT} AS looked_at FROM payments
    WHERE ${CAN_CAPTURE} AND ${condition} ORDER BY ${LOOKED_AT} LIMIT ${limit}
  ) captures
  UNION ALL
  SELECT refunds.* FROM (
    SELECT ($1::timestamptz AT TIME ZONE 'UTC')::date AS today, max(${REFUND_DAY}) AS last
    FROM payments WHERE ${CAN_REFUND}
  ) days CROSS JOIN LATERAL generate_series(0, last - today) ahead CROSS JOIN LATERAL (
    SELECT merchant_id, id, 2 AS turn, ${LOOKED_AT} AS looked_at FROM payments
    WHERE ${CAN_REFUND} AND ${REFUND_DAY} = today + ahead AND refund_due > $1 AND ${condition}
    ORDER BY ${LOOKED_AT} LIMIT ${limit}
  ) refunds`;

/** The statement of `claimForSweep`. */
export function sweepClaim({
  now,
  since,
  wall,
  leaseMs,
  limit,
}: ClaimWish & { readonly since: number }) {
  const isFree = '(sweep_lease IS NULL OR sweep_lease < $3)';
  const text = `WITH longest AS MATERIALIZED (
      SELECT * FROM (${longestAgo(`${LOOKED_AT} <= $2 AND ${isFree}`, '$5')}) each_day
      ORDER BY turn, looked_at LIMIT $5 * ${PROCESSES}
    ), mine AS MATERIALIZED (
      SELECT p.merchant_id, p.id FROM longest JOIN payments p USING (merchant_id, id)
      WHERE (capture_due < 'infinity' OR (refund_due < 'infinity' AND refund_due > $1))
        AND open_state IS NULL AND ${LOOKED_AT} <= $2 AND ${isFree}
      ORDER BY turn, looked_at LIMIT $5 FOR UPDATE OF p SKIP LOCKED
    )
    UPDATE payments SET sweep_lease = $4
    WHERE (merchant_id, id) IN (SELECT merchant_id, id FROM mine) RETURNING ${paymentColumns}`;
  return {
    text,
    values: [new Date(now), new Date(since), new Date(wall), new Date(wall + leaseMs), limit],
  };
}

/**
 * Claims payments that can still move money and were last asked about before `since` (ms UTC), under a
 * lease of wall time: those that can be captured first, then those that can be refunded, each the longest
 * ago first. One with a step in doubt is the resolver's.
 */
export async function claimForSweep(
  sql: Sql,
  wish: ClaimWish & { readonly since: number },
): Promise<readonly Payment[]> {
  const { text, values } = sweepClaim(wish);
  const { rows } = await sql.query<PaymentRow>(text, values);
  return rows.map(toPayment);
}

/**
 * When (ms UTC) the payment was looked at that waits longest among those that can still move money at
 * `now`; null when there is none.
 */
export async function selectLongestAgo(sql: Sql, now: number): Promise<number | null> {
  const { rows } = await sql.query<{ at: Date | null }>(
    `SELECT min(looked_at) AS at FROM (${longestAgo('true', '1')}) each_day`,
    [new Date(now)],
  );
  return rows[0]?.at?.getTime() ?? null;
}

/**
 * Lets go of a payment that was asked about, or could not be; it counts as looked at then (ms UTC). Where
 * the answer was kept since, that says so already: written once more, each index would get a new entry.
 */
export async function markSwept(
  sql: Sql,
  { merchantId, id }: Pick<Payment, 'merchantId' | 'id'>,
  at: number,
): Promise<void> {
  await sql.query(
    `UPDATE payments SET sweep_lease = NULL, swept_at = CASE WHEN checked_at >= $3 THEN swept_at ELSE $3 END
     WHERE merchant_id = $1 AND id = $2`,
    [merchantId, id, new Date(at)],
  );
}

/** Lets go of a payment that was claimed for another reason than its day. */
export async function releaseSweep(
  sql: Sql,
  { merchantId, id }: Pick<Payment, 'merchantId' | 'id'>,
): Promise<void> {
  await sql.query('UPDATE payments SET sweep_lease = NULL WHERE merchant_id = $1 AND id = $2', [
    merchantId,
    id,
  ]);
}
