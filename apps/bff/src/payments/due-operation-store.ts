import type { ClaimWish } from '../storage/claim.ts';
import type { Sql } from '../storage/database.ts';
import type { EvidenceEntry, Operation, OperationRef } from './operation.ts';
import { type OperationRow, operationColumns, toOperation } from './operation-row.ts';

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

/** Gives claimed operations back as they are: still due, for whoever looks next. */
export async function giveBack(sql: Sql, refs: readonly OperationRef[]): Promise<void> {
  await sql.query(
    `UPDATE operations SET lease_until = NULL
     WHERE (merchant_id, id) IN (SELECT * FROM unnest($1::integer[], $2::uuid[]))`,
    [refs.map(({ merchantId }) => merchantId), refs.map(({ id }) => id)],
  );
}

/** The operations of these names, in no order. */
export async function readOperations(
  sql: Sql,
  refs: readonly OperationRef[],
): Promise<readonly Operation[]> {
  const { rows } = await sql.query<OperationRow>(
    `SELECT ${operationColumns} FROM operations o
     WHERE (o.merchant_id, o.id) IN (SELECT * FROM unnest($1::integer[], $2::uuid[]))`,
    [refs.map(({ merchantId }) => merchantId), refs.map(({ id }) => id)],
  );
  return rows.map(toOperation);
}

/** A look that proved nothing yet: what to keep of it, and when to look again (ms UTC). */
export type Waiting = {
  readonly ref: OperationRef;
  readonly entry: EvidenceEntry | null;
  readonly dueAt: number;
};

/**
 * Keeps many looks that proved nothing in one statement. An operation that somebody is booking at
 * this moment is passed over, and one that has ended stays as it is.
 */
export async function keepWaiting(sql: Sql, waiting: readonly Waiting[]): Promise<void> {
  const rows = waiting.map(({ ref: { merchantId, id }, entry, dueAt }) => ({
    merchant: merchantId,
    id,
    entry: entry === null ? [] : [entry],
    due: new Date(dueAt),
  }));
  await sql.query(
    `WITH free AS MATERIALIZED (
       SELECT o.merchant_id, o.id, look.entry, look.due
       FROM jsonb_to_recordset($1)
         AS look(merchant integer, id uuid, entry jsonb, due timestamptz)
       JOIN operations o ON o.merchant_id = look.merchant AND o.id = look.id
       WHERE o.state IN ('sending', 'unknown') FOR UPDATE OF o SKIP LOCKED)
     UPDATE operations o SET evidence = o.evidence || free.entry, attempts = o.attempts + 1,
       due_at = free.due, lease_until = NULL
     FROM free WHERE o.merchant_id = free.merchant_id AND o.id = free.id`,
    [JSON.stringify(rows)],
  );
}
