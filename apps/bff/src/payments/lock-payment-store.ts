import type { Sql } from '../storage/database.ts';
import { oneOf } from '../storage/one-of.ts';
import type { Payment } from './payment.ts';
import { type PaymentRow, paymentColumns, toPayment } from './payment-store.ts';

/** The payment with its row locked until the transaction ends: every change of money waits here. */
export async function lockPayment(
  sql: Sql,
  merchantIds: readonly number[],
  id: string,
): Promise<Payment | null> {
  const { condition, value } = oneOf('merchant_id', merchantIds);
  const { rows } = await sql.query<PaymentRow>(
    `SELECT ${paymentColumns} FROM payments WHERE ${condition} AND id = $2 FOR UPDATE`,
    [value, id],
  );
  return rows[0] ? toPayment(rows[0]) : null;
}

/** The same of a payment that another row refers to. */
export async function lockPaymentOf(
  sql: Sql,
  { merchantId, paymentId }: { readonly merchantId: number; readonly paymentId: string },
): Promise<Payment> {
  const payment = await lockPayment(sql, [merchantId], paymentId);
  if (payment === null) throw new Error(`payment ${paymentId} does not exist`);
  return payment;
}
