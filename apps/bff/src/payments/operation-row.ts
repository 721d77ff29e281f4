import type { OperationKind, OperationState, ReviewVerdict } from 'paygate-payments';
import type { EvidenceEntry, Operation } from './operation.ts';

/** What a query on `operations o` must select for `toOperation`. */
export const operationColumns = `o.id, o.merchant_id, o.payment_id, o.kind, o.amount, o.currency,
  o.close_rest, o.closes, o.ref_nr, o.reason, o.note, o.client_key, o.request_hash, o.req_id,
  o.state, o.cancel_reason, o.base_auth, o.base_cap, o.base_cred, o.result_status, o.result_code,
  o.result_text, o.xid, o.evidence, o.due_at, o.created_at, o.created_by,
  coalesce((SELECT name FROM users WHERE users.id = o.created_by), '') AS by, o.sent_at,
  o.resolved_at, o.review_verdict, o.review_reason, o.review_by, o.review_at, o.batch_file_id,
  coalesce((SELECT name FROM users WHERE users.id = o.review_by), '') AS review_by_name`;

export type OperationRow = {
  readonly id: string;
  readonly merchant_id: number;
  readonly payment_id: string;
  readonly kind: OperationKind;
  readonly amount: number;
  readonly currency: string;
  readonly close_rest: boolean;
  readonly closes: number;
  readonly ref_nr: string | null;
  readonly reason: string | null;
  readonly note: string | null;
  readonly client_key: string;
  readonly request_hash: Buffer;
  readonly req_id: string;
  readonly state: OperationState;
  readonly cancel_reason: string | null;
  readonly base_auth: number | null;
  readonly base_cap: number | null;
  readonly base_cred: number | null;
  readonly result_status: string | null;
  readonly result_code: string | null;
  readonly result_text: string | null;
  readonly xid: string | null;
  readonly evidence: readonly EvidenceEntry[];
  readonly due_at: Date | null;
  readonly created_at: Date;
  readonly created_by: string;
  readonly by: string;
  readonly sent_at: Date | null;
  readonly resolved_at: Date | null;
  readonly review_verdict: ReviewVerdict | null;
  readonly review_reason: string | null;
  readonly review_by: string | null;
  readonly review_at: Date | null;
  readonly review_by_name: string;
  readonly batch_file_id: string | null;
};

/** Reads a row of `operationColumns`. */
export function toOperation(row: OperationRow): Operation {
  const { base_auth: auth, base_cap: cap, base_cred: cred } = row;
  return {
    id: row.id,
    merchantId: row.merchant_id,
    paymentId: row.payment_id,
    kind: row.kind,
    amount: row.amount,
    currency: row.currency,
    closeRest: row.close_rest,
    closes: row.closes,
    refNr: row.ref_nr,
    reason: row.reason,
    note: row.note,
    clientKey: row.client_key,
    requestHash: row.request_hash,
    reqId: row.req_id,
    state: row.state,
    cancelReason: row.cancel_reason,
    baseline: auth === null || cap === null || cred === null ? null : { auth, cap, cred },
    resultStatus: row.result_status,
    resultCode: row.result_code,
    resultText: row.result_text,
    xid: row.xid,
    evidence: row.evidence,
    dueAt: row.due_at?.getTime() ?? null,
    createdAt: row.created_at.getTime(),
    createdBy: row.created_by,
    by: row.by,
    sentAt: row.sent_at?.getTime() ?? null,
    resolvedAt: row.resolved_at?.getTime() ?? null,
    batchFileId: row.batch_file_id,
    proposal: toProposal(row),
  };
}

function toProposal(row: OperationRow): Operation['proposal'] {
  const { review_verdict: verdict, review_reason: reason, review_by: by, review_at: at } = row;
  if (verdict === null || reason === null || by === null || at === null) return null;
  return { verdict, reason, by, byName: row.review_by_name, at: at.getTime() };
}
