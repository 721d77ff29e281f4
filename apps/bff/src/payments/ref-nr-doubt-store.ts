import type { ClaimWish } from '../storage/claim.ts';
import type { Sql } from '../storage/database.ts';
import type { Payment } from './payment.ts';
import { type PaymentRow, paymentColumns, toPayment } from './payment-store.ts';

/** A change that was asked for and that no later fact has ended: the same as `foldRefNr` says. */
export const IN_DOUBT = `e.type = 'ref-nr-requested' AND NOT EXISTS (
  SELECT FROM payment_events d
  WHERE d.merchant_id = e.merchant_id AND d.payment_id = e.payment_id AND d.seq > e.seq
    AND (d.type IN ('ref-nr-changed', 'ref-nr-kept')
      OR d.type = 'ref-nr-declined' AND d.body ->> 'key' = e.body ->> 'key'))`;

/** The payments of which nobody knows which reference the gateway has, the oldest doubt first. */
export async function selectRefNrsInDoubt(
  sql: Sql,
  merchantIds: readonly number[],
  limit: number,
): Promise<readonly Payment[]> {
  const { rows } = await sql.query<PaymentRow>(
    `SELECT ${paymentColumns} FROM payments
     JOIN (SELECT e.merchant_id AS whose, e.payment_id, min(e.at) AS since FROM payment_events e
       WHERE e.merchant_id = ANY($1) AND ${IN_DOUBT}
       GROUP BY 1, 2 ORDER BY since, e.payment_id LIMIT $2) doubt
       ON merchant_id = doubt.whose AND id = doubt.payment_id
     ORDER BY doubt.since, id`,
    [merchantIds, limit],
  );
  return rows.map(toPayment);
}

/**
 * Claims payments whose reference is in doubt and that are due by `nextRefNrCheck`, under a lease of
 * wall time. One with a step of money in doubt is the resolver's, which settles both.
 */
export async function claimRefNrsInDoubt(
  sql: Sql,
  { now, wall, leaseMs, limit, quietMs }: ClaimWish & { readonly quietMs: number },
): Promise<readonly Payment[]> {
  const { rows } = await sql.query<PaymentRow>(
    `UPDATE payments SET sweep_lease = $4
     WHERE (merchant_id, id) IN (
       SELECT p.merchant_id, p.id FROM payment_events e
       JOIN payments p ON p.merchant_id = e.merchant_id AND p.id = e.payment_id
       WHERE ${IN_DOUBT} AND e.at <= $2 AND p.open_state IS NULL
         AND (p.checked_at IS NULL OR p.checked_at < e.at + $5 * interval '1 ms'
           OR p.checked_at <= $1::timestamptz - interval '1 day')
         AND (p.sweep_lease IS NULL OR p.sweep_lease < $3)
       ORDER BY e.at LIMIT $6 FOR UPDATE OF p SKIP LOCKED)
     RETURNING ${paymentColumns}`,
    [
      new Date(now),
      new Date(now - quietMs),
      new Date(wall),
      new Date(wall + leaseMs),
      quietMs,
      limit,
    ],
  );
  return rows.map(toPayment);
}
