import type { InquiryAmounts, OperationState } from 'paygate-payments';
import type { Sql } from '../storage/database.ts';
import type { EvidenceEntry, OperationRef } from './operation.ts';

type Change = {
  readonly state: OperationState;
  readonly at: number;
  readonly cancelReason?: string;
  readonly status?: string | null;
  readonly code?: string | null;
  readonly description?: string | null;
  readonly xid?: string | null;
};

/**
 * `requested` → `sending`, with the evidence needed to judge the outcome later. False when the
 * operation is no longer requested: then nothing may be sent.
 */
export async function markSending(
  sql: Sql,
  ref: OperationRef,
  claim: {
    readonly baseline: InquiryAmounts;
    readonly lastStatus: string | null;
    readonly sentAt: number;
    readonly dueAt: number;
  },
): Promise<boolean> {
  const { rowCount } = await sql.query(
    `UPDATE operations SET state = 'sending', base_auth = $4, base_cap = $5, base_cred = $6,
       base_status = $7, sent_at = $8, due_at = $9
     WHERE merchant_id = $1 AND payment_id = $2 AND id = $3 AND state = 'requested'`,
    [
      ref.merchantId,
      ref.paymentId,
      ref.id,
      claim.baseline.auth,
      claim.baseline.cap,
      claim.baseline.cred,
      claim.lastStatus,
      new Date(claim.sentAt),
      new Date(claim.dueAt),
    ],
  );
  return rowCount === 1;
}

/** Ends an operation that is in one of the states `from`; false when it is not any more. */
export async function endOperation(
  sql: Sql,
  ref: OperationRef,
  from: readonly OperationState[],
  change: Change,
): Promise<boolean> {
  const { rowCount } = await sql.query(
    `UPDATE operations SET state = $5, resolved_at = $6, cancel_reason = $7,
       result_status = coalesce($8, result_status), result_code = coalesce($9, result_code),
       result_text = coalesce($10, result_text), xid = coalesce($11, xid),
       due_at = NULL, lease_until = NULL
     WHERE merchant_id = $1 AND payment_id = $2 AND id = $3 AND state = ANY($4)`,
    [
      ref.merchantId,
      ref.paymentId,
      ref.id,
      from,
      change.state,
      new Date(change.at),
      change.cancelReason ?? null,
      change.status ?? null,
      change.code ?? null,
      change.description ?? null,
      change.xid ?? null,
    ],
  );
  return rowCount === 1;
}

/** `sending` → `unknown`, keeping what the gateway's answer said, if anything. */
export async function markUnknown(
  sql: Sql,
  ref: OperationRef,
  answer: {
    readonly status: string | null;
    readonly code: string | null;
    readonly description: string | null;
    readonly dueAt: number;
  },
): Promise<boolean> {
  const { rowCount } = await sql.query(
    `UPDATE operations SET state = 'unknown', result_status = $4, result_code = $5, result_text = $6,
       due_at = $7, lease_until = NULL
     WHERE merchant_id = $1 AND payment_id = $2 AND id = $3 AND state = 'sending'`,
    [
      ref.merchantId,
      ref.paymentId,
      ref.id,
      answer.status,
      answer.code,
      answer.description,
      new Date(answer.dueAt),
    ],
  );
  return rowCount === 1;
}

/** Adds what an inquiry said about an operation in doubt, if anything new, and when to ask next. */
export async function appendEvidence(
  sql: Sql,
  ref: OperationRef,
  entry: EvidenceEntry | null,
  dueAt: number,
): Promise<void> {
  await sql.query(
    `UPDATE operations SET evidence = evidence || $4::jsonb, attempts = attempts + 1, due_at = $5,
       lease_until = NULL
     WHERE merchant_id = $1 AND payment_id = $2 AND id = $3`,
    [
      ref.merchantId,
      ref.paymentId,
      ref.id,
      JSON.stringify(entry === null ? [] : [entry]),
      new Date(dueAt),
    ],
  );
}

/** `sending` or `unknown` → `review`: only people can tell now, so nothing asks again by itself. */
export async function markReview(sql: Sql, ref: OperationRef): Promise<boolean> {
  const { rowCount } = await sql.query(
    `UPDATE operations SET state = 'review', due_at = NULL, lease_until = NULL
     WHERE merchant_id = $1 AND payment_id = $2 AND id = $3 AND state IN ('sending', 'unknown')`,
    [ref.merchantId, ref.paymentId, ref.id],
  );
  return rowCount === 1;
}
