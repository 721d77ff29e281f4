import type { Doubt, Lifecycle, OpenState, PaymentStatus } from 'paygate-payments';
import type { Sql } from '../storage/database.ts';
import { oneOf } from '../storage/one-of.ts';
import type { Payment } from './payment.ts';

/** What a list query must select for `toPayment`. */
export const paymentColumns = `id, merchant_id, connection_id, pay_id, trans_id, ref_nr,
  twint_order_id, order_desc, currency, source, lifecycle, status, requested_amount, authorized,
  captured, refunded, reversed, closed, credit_in_doubt, open_state, authorized_at, capture_by,
  refund_until, checked_at, doubt, batch_file_id, version, created_at`;

export type PaymentRow = {
  readonly id: string;
  readonly merchant_id: number;
  readonly connection_id: string;
  readonly pay_id: string | null;
  readonly trans_id: string;
  readonly ref_nr: string | null;
  readonly twint_order_id: string | null;
  readonly order_desc: string;
  readonly currency: string;
  readonly source: Payment['source'];
  readonly lifecycle: Lifecycle;
  readonly status: PaymentStatus;
  readonly requested_amount: number;
  readonly authorized: number;
  readonly captured: number;
  readonly refunded: number;
  readonly reversed: number;
  readonly closed: number;
  readonly credit_in_doubt: number;
  readonly open_state: OpenState | null;
  readonly authorized_at: Date | null;
  readonly capture_by: Date | null;
  readonly refund_until: Date | null;
  readonly checked_at: Date | null;
  readonly doubt: Doubt | null;
  readonly batch_file_id: string | null;
  readonly version: number;
  readonly created_at: Date;
};

/** Reads a row of `paymentColumns`. */
export function toPayment(row: PaymentRow): Payment {
  const { authorized, captured, refunded, reversed, closed } = row;
  return {
    id: row.id,
    merchantId: row.merchant_id,
    connectionId: row.connection_id,
    payId: row.pay_id,
    transId: row.trans_id,
    refNr: row.ref_nr,
    twintOrderId: row.twint_order_id,
    orderDesc: row.order_desc,
    currency: row.currency,
    source: row.source,
    lifecycle: row.lifecycle,
    status: row.status,
    requestedAmount: row.requested_amount,
    amounts: { authorized, captured, refunded, reversed, closed },
    creditInDoubt: row.credit_in_doubt,
    openState: row.open_state,
    authorizedAt: row.authorized_at?.getTime() ?? null,
    captureBy: row.capture_by?.getTime() ?? null,
    refundUntil: row.refund_until?.getTime() ?? null,
    checkedAt: row.checked_at?.getTime() ?? null,
    doubt: row.doubt,
    batchFileId: row.batch_file_id,
    version: row.version,
    createdAt: row.created_at.getTime(),
  };
}

/** The payment, if one of these merchants has it. */
export async function findPayment(
  sql: Sql,
  merchantIds: readonly number[],
  id: string,
): Promise<Payment | null> {
  const { condition, value } = oneOf('merchant_id', merchantIds);
  const { rows } = await sql.query<PaymentRow>(
    `SELECT ${paymentColumns} FROM payments WHERE ${condition} AND id = $2`,
    [value, id],
  );
  return rows[0] ? toPayment(rows[0]) : null;
}

/** The payments of these names, in no order. */
export async function readPayments(
  sql: Sql,
  names: readonly { readonly merchantId: number; readonly paymentId: string }[],
): Promise<readonly Payment[]> {
  const { rows } = await sql.query<PaymentRow>(
    `SELECT ${paymentColumns} FROM payments
     WHERE (merchant_id, id) IN (SELECT * FROM unnest($1::integer[], $2::uuid[]))`,
    [names.map(({ merchantId }) => merchantId), names.map(({ paymentId }) => paymentId)],
  );
  return rows.map(toPayment);
}

/** The payment of a connection by either of its wire names. */
export async function findPaymentByWireIds(
  sql: Sql,
  connectionId: string,
  ids: { readonly payId: string; readonly transId: string },
): Promise<Payment | null> {
  const { rows } = await sql.query<PaymentRow>(
    `SELECT ${paymentColumns} FROM payments
     WHERE connection_id = $1 AND (pay_id = $2 OR trans_id = $3)
     ORDER BY (pay_id IS NOT DISTINCT FROM $2) DESC LIMIT 1`,
    [connectionId, ids.payId, ids.transId],
  );
  return rows[0] ? toPayment(rows[0]) : null;
}

/** The payment of a connection by the name that we, or its shop, gave it. */
export async function findPaymentByTransId(
  sql: Sql,
  connectionId: string,
  transId: string,
): Promise<Payment | null> {
  const { rows } = await sql.query<PaymentRow>(
    `SELECT ${paymentColumns} FROM payments WHERE connection_id = $1 AND trans_id = $2`,
    [connectionId, transId],
  );
  return rows[0] ? toPayment(rows[0]) : null;
}

/** The payment of a connection by the gateway's name. */
export async function findPaymentByPayId(
  sql: Sql,
  connectionId: string,
  payId: string,
): Promise<Payment | null> {
  const { rows } = await sql.query<PaymentRow>(
    `SELECT ${paymentColumns} FROM payments WHERE connection_id = $1 AND pay_id = $2`,
    [connectionId, payId],
  );
  return rows[0] ? toPayment(rows[0]) : null;
}

type NewPayment = Pick<
  Payment,
  | 'id'
  | 'merchantId'
  | 'connectionId'
  | 'payId'
  | 'transId'
  | 'refNr'
  | 'twintOrderId'
  | 'orderDesc'
  | 'source'
  | 'requestedAmount'
  | 'createdAt'
>;

/** Adds a payment that nothing is known of yet; false when its TransID or PayID is already there. */
export async function insertPayment(sql: Sql, payment: NewPayment): Promise<boolean> {
  const { rowCount } = await sql.query(
    `INSERT INTO payments (id, merchant_id, connection_id, pay_id, trans_id, ref_nr, order_desc,
       source, lifecycle, status, requested_amount, search, created_at, updated_at, twint_order_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'awaiting', 'awaiting', $9, $10, $11, $11, $12)
     ON CONFLICT DO NOTHING`,
    [
      payment.id,
      payment.merchantId,
      payment.connectionId,
      payment.payId,
      payment.transId,
      payment.refNr,
      payment.orderDesc,
      payment.source,
      payment.requestedAmount,
      [payment.transId, payment.refNr, payment.orderDesc].join(' ').toLowerCase(),
      new Date(payment.createdAt),
      payment.twintOrderId,
    ],
  );
  return rowCount === 1;
}
