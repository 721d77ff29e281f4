import type { InquiryAmounts, OperationState } from 'paygate-payments';
import type { Sql } from '../storage/database.ts';
import { type OpenOperations, toOpenOperations, type UnresolvedRow } from './open-operations.ts';
import type { Operation } from './operation.ts';
import { type OperationRow, operationColumns, toOperation } from './operation-row.ts';
import type { NewOperation } from './operation-store.ts';

/** An operation that leaves the house in a file; for want of an inquiry its facts are the baseline. */
export type FiledOperation = NewOperation & {
  readonly batchFileId: string;
  readonly baseline: InquiryAmounts;
};

/** Adds operations in state `requested` that no resolver ever looks at. */
export async function insertFiledOperations(
  sql: Sql,
  merchantId: number,
  operations: readonly FiledOperation[],
): Promise<void> {
  const rows = operations.map((operation) => ({
    ...operation,
    ...operation.baseline,
    requestHash: operation.requestHash.toString('hex'),
  }));
  await sql.query(
    `INSERT INTO operations (id, merchant_id, payment_id, kind, amount, currency, close_rest, closes,
       ref_nr, reason, note, client_key, request_hash, req_id, state, created_at, created_by,
       batch_file_id, base_auth, base_cap, base_cred)
     SELECT id, $1, "paymentId", kind, amount, currency, "closeRest", closes, "refNr", reason, note,
       "clientKey", decode("requestHash", 'hex'), "reqId", 'requested',
       to_timestamp("createdAt" / 1000.0), "createdBy", "batchFileId", auth, cap, cred
     FROM json_to_recordset($2) AS o (id uuid, "paymentId" uuid, kind text, amount bigint,
       currency text, "closeRest" boolean, closes bigint, "refNr" text, reason text, note text,
       "clientKey" uuid, "requestHash" text, "reqId" text, "createdAt" bigint, "createdBy" uuid,
       "batchFileId" uuid, auth bigint, cap bigint, cred bigint)`,
    [merchantId, JSON.stringify(rows)],
  );
}

/** What the unresolved operations of these payments block; payments without any are left out. */
export async function openOperationsOfMany(
  sql: Sql,
  merchantId: number,
  paymentIds: readonly string[],
): Promise<ReadonlyMap<string, OpenOperations>> {
  const { rows } = await sql.query<UnresolvedRow & { readonly payment_id: string }>(
    `SELECT payment_id, kind, amount, state, batch_file_id FROM operations
     WHERE merchant_id = $1 AND payment_id = ANY($2::uuid[])
       AND state IN ('requested', 'awaiting_approval', 'sending', 'unknown', 'review')`,
    [merchantId, paymentIds],
  );
  const byPayment = Map.groupBy(rows, ({ payment_id }) => payment_id);
  return new Map([...byPayment].map(([id, open]) => [id, toOpenOperations(open)]));
}

/** These operations of a merchant, by id. */
export async function findOperations(
  sql: Sql,
  merchantId: number,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Operation>> {
  const { rows } = await sql.query<OperationRow>(
    `SELECT ${operationColumns} FROM operations o
     WHERE o.merchant_id = $1 AND o.id = ANY($2::uuid[])`,
    [merchantId, ids],
  );
  return new Map(rows.map((row) => [row.id, toOperation(row)]));
}

/** What becomes of one operation of a file. Instants ms UTC; without `dueAt` nobody asks by himself. */
export type FiledChange = {
  readonly id: string;
  readonly state: 'sending' | 'succeeded' | 'failed' | 'unknown' | 'cancelled';
  readonly status?: string | null;
  readonly code?: string | null;
  readonly text?: string | null;
  readonly cancelReason?: string;
  readonly sentAt?: number;
  readonly resolvedAt?: number;
  readonly dueAt?: number;
};

/** Changes operations that are in one of the states `from`; answers the ids of those that were. */
export async function changeFiledOperations(
  sql: Sql,
  merchantId: number,
  from: readonly OperationState[],
  changes: readonly FiledChange[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql.query<{ id: string }>(
    `UPDATE operations o SET state = c.state, result_status = coalesce(c.status, o.result_status),
       result_code = coalesce(c.code, o.result_code), result_text = coalesce(c.text, o.result_text),
       cancel_reason = c."cancelReason",
       sent_at = coalesce(to_timestamp(c."sentAt" / 1000.0), o.sent_at),
       resolved_at = to_timestamp(c."resolvedAt" / 1000.0),
       due_at = to_timestamp(c."dueAt" / 1000.0), lease_until = NULL
     FROM json_to_recordset($3) AS c (id uuid, state text, status text, code text, text text,
       "cancelReason" text, "sentAt" bigint, "resolvedAt" bigint, "dueAt" bigint)
     WHERE o.merchant_id = $1 AND o.id = c.id AND o.state = ANY($2) RETURNING o.id`,
    [merchantId, from, JSON.stringify(changes)],
  );
  return new Set(rows.map(({ id }) => id));
}
