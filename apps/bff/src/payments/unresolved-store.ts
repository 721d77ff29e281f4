import type { Sql } from '../storage/database.ts';
import type { Operation } from './operation.ts';
import { type OperationRow, operationColumns, toOperation } from './operation-row.ts';
import type { Payment } from './payment.ts';
import { type PaymentRow, paymentColumns, toPayment } from './payment-store.ts';
import { IN_DOUBT } from './ref-nr-doubt-store.ts';

/** The operations whose outcome nobody knows yet, the oldest first; without those that wait in a file. */
export async function selectUnresolved(
  sql: Sql,
  merchantIds: readonly number[],
  limit: number,
): Promise<readonly Operation[]> {
  const { rows } = await sql.query<OperationRow>(
    `SELECT ${operationColumns} FROM operations o
     WHERE o.merchant_id = ANY($1) AND o.state IN ('sending', 'unknown', 'review')
       AND (o.state <> 'sending' OR o.batch_file_id IS NULL)
     ORDER BY o.created_at, o.id LIMIT $2`,
    [merchantIds, limit],
  );
  return rows.map(toOperation);
}

/** The payments whose figures are in doubt, in the order they came. */
export async function selectDoubtful(
  sql: Sql,
  merchantIds: readonly number[],
  limit: number,
): Promise<readonly Payment[]> {
  const { rows } = await sql.query<PaymentRow>(
    `SELECT ${paymentColumns} FROM payments
     WHERE merchant_id = ANY($1) AND doubt IS NOT NULL ORDER BY created_at, id LIMIT $2`,
    [merchantIds, limit],
  );
  return rows.map(toPayment);
}

/** How many payments have an outcome, figures or a reference that nobody knows for certain. */
export async function countUnresolved(sql: Sql, merchantIds: readonly number[]): Promise<number> {
  const { rows } = await sql.query<{ count: number }>(
    `SELECT count(*) FROM (
       SELECT merchant_id, id FROM payments WHERE merchant_id = ANY($1) AND status = 'unknown'
       UNION SELECT merchant_id, id FROM payments WHERE merchant_id = ANY($1) AND doubt IS NOT NULL
       UNION SELECT e.merchant_id, e.payment_id FROM payment_events e
         WHERE e.merchant_id = ANY($1) AND ${IN_DOUBT}) unresolved`,
    [merchantIds],
  );
  return rows[0]?.count ?? 0;
}
