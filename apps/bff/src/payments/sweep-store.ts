import type { ClaimWish } from '../storage/claim.ts';
import type { Sql } from '../storage/database.ts';
import type { Payment } from './payment.ts';
import { type PaymentRow, paymentColumns, toPayment } from './payment-store.ts';

/**
 * Claims payments that can still move money and were last asked about before `since` (ms UTC), the
 * longest ago first, under a lease of wall time. One with a step in doubt is the resolver's.
 */
export async function claimForSweep(
  sql: Sql,
  { now, since, wall, leaseMs, limit }: ClaimWish & { readonly since: number },
): Promise<readonly Payment[]> {
  const { rows } = await sql.query<PaymentRow>(
    `UPDATE payments SET sweep_lease = $4
     WHERE (merchant_id, id) IN (
       SELECT merchant_id, id FROM payments
       WHERE (capture_due < 'infinity' OR refund_due < 'infinity')
         AND (capture_due < 'infinity' OR refund_due > $1) AND open_state IS NULL
         AND coalesce(greatest(checked_at, swept_at), created_at) <= $2
         AND (sweep_lease IS NULL OR sweep_lease < $3)
       ORDER BY coalesce(greatest(checked_at, swept_at), created_at) LIMIT $5
       FOR UPDATE SKIP LOCKED)
     RETURNING ${paymentColumns}`,
    [new Date(now), new Date(since), new Date(wall), new Date(wall + leaseMs), limit],
  );
  return rows.map(toPayment);
}

/** Lets go of a payment that was asked about, or could not be; it counts as looked at then (ms UTC). */
export async function markSwept(
  sql: Sql,
  { merchantId, id }: Pick<Payment, 'merchantId' | 'id'>,
  at: number,
): Promise<void> {
  await sql.query(
    `UPDATE payments SET swept_at = $3, sweep_lease = NULL WHERE merchant_id = $1 AND id = $2`,
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
