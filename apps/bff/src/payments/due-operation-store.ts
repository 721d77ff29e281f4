import type { ClaimWish } from '../storage/claim.ts';
import type { Sql } from '../storage/database.ts';
import type { OperationRef } from './operation.ts';

/**
 * Claims up to `limit` operations whose `due_at` has come (business time `now`) for one process:
 * the lease runs on wall time, so that a moved demo clock neither breaks nor prolongs it.
 */
export async function claimDueOperations(
  sql: Sql,
  { now, wall, leaseMs, limit }: ClaimWish,
): Promise<readonly OperationRef[]> {
  const { rows } = await sql.query<{ merchant_id: number; payment_id: string; id: string }>(
    `UPDATE operations o SET lease_until = $3
     FROM (SELECT merchant_id, id FROM operations
           WHERE due_at <= $1 AND (lease_until IS NULL OR lease_until < $2)
           ORDER BY due_at LIMIT $4 FOR UPDATE SKIP LOCKED) due
     WHERE o.merchant_id = due.merchant_id AND o.id = due.id
     RETURNING o.merchant_id, o.payment_id, o.id`,
    [new Date(now), new Date(wall), new Date(wall + leaseMs), limit],
  );
  return rows.map((row) => ({
    merchantId: row.merchant_id,
    paymentId: row.payment_id,
    id: row.id,
  }));
}

/** Makes the open operation of a payment due at once: something happened at the gateway. */
export async function makeDue(
  sql: Sql,
  payment: { readonly merchantId: number; readonly id: string },
  now: number,
): Promise<void> {
  await sql.query(
    `UPDATE operations SET due_at = $3 WHERE merchant_id = $1 AND payment_id = $2
       AND state IN ('sending', 'unknown') AND due_at > $3`,
    [payment.merchantId, payment.id, new Date(now)],
  );
}

/** Looks at an operation again at `dueAt` (ms UTC), or never when null. */
export async function postpone(sql: Sql, ref: OperationRef, dueAt: number | null): Promise<void> {
  await sql.query(
    `UPDATE operations SET due_at = $3, lease_until = NULL WHERE merchant_id = $1 AND id = $2`,
    [ref.merchantId, ref.id, dueAt === null ? null : new Date(dueAt)],
  );
}
