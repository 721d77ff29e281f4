import type { Sql } from '../storage/database.ts';
import type { Payment } from './payment.ts';

/** Minor units that a person has refunded, or may still turn out to have refunded. */
export type RefundedByPerson = {
  readonly refundedOnPaymentByPerson: number;
  readonly refundedTodayByPerson: number;
};

/**
 * Sums a person's refunds on a payment and on the Swiss calendar day of `now` (ms UTC). Locks the
 * person's membership until the transaction ends: two refunds on two payments must not each find
 * the day's limit unused.
 */
export async function sumRefunds(
  sql: Sql,
  payment: Pick<Payment, 'merchantId' | 'id'>,
  personId: string,
  now: number,
): Promise<RefundedByPerson> {
  await sql.query(
    'SELECT role FROM memberships WHERE merchant_id = $1 AND user_id = $2 FOR UPDATE',
    [payment.merchantId, personId],
  );
  const { rows } = await sql.query<{ on_payment: number; today: number }>(
    `SELECT coalesce(sum(amount) FILTER (WHERE payment_id = $3), 0)::bigint AS on_payment,
       coalesce(sum(amount) FILTER (WHERE created_at >=
         date_trunc('day', $4::timestamptz AT TIME ZONE 'Europe/Zurich')
           AT TIME ZONE 'Europe/Zurich'), 0)::bigint AS today
     FROM operations WHERE merchant_id = $1 AND created_by = $2 AND kind = 'credit'
       AND state NOT IN ('failed', 'not_executed', 'cancelled')`,
    [payment.merchantId, personId, payment.id, new Date(now)],
  );
  return {
    refundedOnPaymentByPerson: rows[0]?.on_payment ?? 0,
    refundedTodayByPerson: rows[0]?.today ?? 0,
  };
}

export type RefundedByMany = {
  readonly today: number;
  readonly onPayment: ReadonlyMap<string, number>;
};

const NO_PAYMENT = '00000000-0000-0000-0000-000000000000';

/** The same for all payments at once, under the same lock; payments without refunds are left out. */
export async function sumRefundsOfMany(
  sql: Sql,
  merchantId: number,
  personId: string,
  now: number,
): Promise<RefundedByMany> {
  const key = { merchantId, id: NO_PAYMENT };
  const { refundedTodayByPerson: today } = await sumRefunds(sql, key, personId, now);
  const { rows } = await sql.query<{ payment_id: string; sum: number }>(
    `SELECT payment_id, sum(amount)::bigint AS sum
     FROM operations WHERE merchant_id = $1 AND created_by = $2 AND kind = 'credit'
       AND state NOT IN ('failed', 'not_executed', 'cancelled') GROUP BY payment_id`,
    [merchantId, personId],
  );
  return { today, onPayment: new Map(rows.map(({ payment_id, sum }) => [payment_id, sum])) };
}
