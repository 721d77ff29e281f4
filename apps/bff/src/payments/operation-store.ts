import type { Sql } from '../storage/database.ts';
import { oneOf } from '../storage/one-of.ts';
import { type OpenOperations, toOpenOperations, type UnresolvedRow } from './open-operations.ts';
import type { Operation, OperationRef } from './operation.ts';
import { type OperationRow, operationColumns, toOperation } from './operation-row.ts';
import type { Payment } from './payment.ts';

type PaymentKey = Pick<Payment, 'merchantId' | 'id'>;
/** An operation as it is booked, whichever way it will leave the house. */
export type NewOperation = Pick<
  Operation,
  | 'id'
  | 'merchantId'
  | 'paymentId'
  | 'kind'
  | 'amount'
  | 'currency'
  | 'closeRest'
  | 'closes'
  | 'refNr'
  | 'reason'
  | 'note'
  | 'clientKey'
  | 'requestHash'
  | 'reqId'
  | 'createdAt'
  | 'createdBy'
>;

/** Adds an operation in state `requested`, and answers it as it is now. */
export async function insertOperation(
  sql: Sql,
  operation: NewOperation & { readonly dueAt: number },
): Promise<Operation> {
  const { rows } = await sql.query<OperationRow>(
    `INSERT INTO operations AS o (id, merchant_id, payment_id, kind, amount, currency, close_rest, closes,
       ref_nr, reason, note, client_key, request_hash, req_id, state, created_at, created_by, due_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 'requested', $15, $16, $17)
     RETURNING ${operationColumns}`,
    [
      operation.id,
      operation.merchantId,
      operation.paymentId,
      operation.kind,
      operation.amount,
      operation.currency,
      operation.closeRest,
      operation.closes,
      operation.refNr,
      operation.reason,
      operation.note,
      operation.clientKey,
      operation.requestHash,
      operation.reqId,
      new Date(operation.createdAt),
      operation.createdBy,
      new Date(operation.dueAt),
    ],
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`operation ${operation.id} was not added`);
  return toOperation(row);
}

/** Whether another operation of the merchant was answered with this XID. */
export async function isXidTaken(
  sql: Sql,
  { merchantId, id }: Pick<OperationRef, 'merchantId' | 'id'>,
  xid: string,
): Promise<boolean> {
  const { rowCount } = await sql.query(
    'SELECT 1 FROM operations WHERE merchant_id = $1 AND xid = $3 AND id <> $2 LIMIT 1',
    [merchantId, id, xid],
  );
  return rowCount === 1;
}

/** The operation with this id or client key, if one of these merchants has it. */
export async function findOperation(
  sql: Sql,
  merchantIds: readonly number[],
  name: { readonly operationId: string } | { readonly key: string },
): Promise<Operation | null> {
  const [column, wanted] =
    'operationId' in name ? ['id', name.operationId] : ['client_key', name.key];
  const { condition, value } = oneOf('o.merchant_id', merchantIds);
  const { rows } = await sql.query<OperationRow>(
    `SELECT ${operationColumns} FROM operations o WHERE ${condition} AND o.${column} = $2`,
    [value, wanted],
  );
  return rows[0] ? toOperation(rows[0]) : null;
}

/** The operation as it is under the lock of its payment. */
export async function readOperation(sql: Sql, ref: OperationRef): Promise<Operation> {
  const operation = await findOperation(sql, [ref.merchantId], { operationId: ref.id });
  if (operation === null) throw new Error(`operation ${ref.id} does not exist`);
  return operation;
}

/** Every operation of a payment, oldest first. */
export async function listOperations(sql: Sql, payment: PaymentKey): Promise<readonly Operation[]> {
  const { rows } = await sql.query<OperationRow>(
    `SELECT ${operationColumns} FROM operations o
     WHERE o.merchant_id = $1 AND o.payment_id = $2 ORDER BY o.created_at, o.id`,
    [payment.merchantId, payment.id],
  );
  return rows.map(toOperation);
}

/** What a payment's unresolved operations block. */
export async function openOperationsOf(sql: Sql, payment: PaymentKey): Promise<OpenOperations> {
  const { rows } = await sql.query<UnresolvedRow>(
    `SELECT kind, amount, state, batch_file_id FROM operations
     WHERE merchant_id = $1 AND payment_id = $2
       AND state IN ('requested', 'awaiting_approval', 'sending', 'unknown', 'review')`,
    [payment.merchantId, payment.id],
  );
  return toOpenOperations(rows);
}

/** How many captures of a payment have succeeded through us. */
export async function countCaptures(sql: Sql, payment: PaymentKey): Promise<number> {
  const { rows } = await sql.query<{ count: number }>(
    `SELECT count(*) FROM operations WHERE merchant_id = $1 AND payment_id = $2
       AND kind = 'capture' AND state = 'succeeded'`,
    [payment.merchantId, payment.id],
  );
  return rows[0]?.count ?? 0;
}
