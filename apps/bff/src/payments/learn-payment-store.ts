import type { Sql } from '../storage/database.ts';
import type { Payment } from './payment.ts';

/** Remembers when the gateway was last asked about a payment; no change of the payment itself. */
export async function markChecked(
  sql: Sql,
  payment: Pick<Payment, 'merchantId' | 'id'>,
  at: number,
): Promise<void> {
  await sql.query('UPDATE payments SET checked_at = $3 WHERE merchant_id = $1 AND id = $2', [
    payment.merchantId,
    payment.id,
    new Date(at),
  ]);
}

/** The same for many; one that somebody is changing at this moment is passed over. */
export async function markAllChecked(
  sql: Sql,
  payments: readonly Pick<Payment, 'merchantId' | 'id'>[],
  at: number,
): Promise<void> {
  await sql.query(
    `WITH free AS MATERIALIZED (
       SELECT p.merchant_id, p.id FROM unnest($1::integer[], $2::uuid[]) AS asked(merchant_id, id)
       JOIN payments p ON p.merchant_id = asked.merchant_id AND p.id = asked.id
       FOR UPDATE OF p SKIP LOCKED)
     UPDATE payments p SET checked_at = $3
     FROM free WHERE p.merchant_id = free.merchant_id AND p.id = free.id`,
    [payments.map(({ merchantId }) => merchantId), payments.map(({ id }) => id), new Date(at)],
  );
}

/** Remembers TWINT's number of the order, the first one that was told. */
export async function learnTwintOrder(
  sql: Sql,
  payment: Pick<Payment, 'merchantId' | 'id'>,
  twintOrderId: string,
): Promise<void> {
  await sql.query(
    `UPDATE payments SET twint_order_id = $3
     WHERE merchant_id = $1 AND id = $2 AND twint_order_id IS NULL`,
    [payment.merchantId, payment.id, twintOrderId],
  );
}

/** Fills in what the gateway told of a payment that we announced ourselves. */
export async function learnPayId(
  sql: Sql,
  payment: Pick<Payment, 'merchantId' | 'id'>,
  payId: string,
): Promise<void> {
  await sql.query(
    'UPDATE payments SET pay_id = $3 WHERE merchant_id = $1 AND id = $2 AND pay_id IS NULL',
    [payment.merchantId, payment.id, payId],
  );
}
