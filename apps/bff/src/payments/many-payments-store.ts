import type { Sql } from '../storage/database.ts';
import { type Fold, searchTextOf } from './fold-store.ts';
import type { Payment } from './payment.ts';
import { type PaymentRow, paymentColumns, toPayment } from './payment-store.ts';

/** These payments of a merchant in the order of their ids; those that are not there are left out. */
export async function findPayments(
  sql: Sql,
  merchantId: number,
  ids: readonly string[],
): Promise<readonly Payment[]> {
  const { rows } = await sql.query<PaymentRow>(
    `SELECT ${paymentColumns} FROM payments WHERE merchant_id = $1 AND id = ANY($2::uuid[])
     ORDER BY id`,
    [merchantId, ids],
  );
  return rows.map(toPayment);
}

/** Locks payments of a merchant until the transaction ends, always in the order of their ids. */
export async function lockPayments(
  sql: Sql,
  merchantId: number,
  ids: readonly string[],
): Promise<void> {
  await sql.query(
    `SELECT FROM payments WHERE merchant_id = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR UPDATE`,
    [merchantId, ids],
  );
}

/** Writes folds over locked payments of a merchant and raises their versions. */
export async function saveFolds(
  sql: Sql,
  merchantId: number,
  folded: readonly { readonly payment: Payment; readonly fold: Fold }[],
  now: number,
): Promise<void> {
  const rows = folded.map(({ payment, fold }) => ({
    id: payment.id,
    ...fold,
    ...fold.amounts,
    search: searchTextOf(payment, fold),
  }));
  const { rowCount } = await sql.query(
    `UPDATE payments p SET lifecycle = f.lifecycle, status = f.status, authorized = f.authorized,
       captured = f.captured, refunded = f.refunded, reversed = f.reversed, closed = f.closed,
       credit_in_doubt = f."creditInDoubt", open_state = f."openState",
       authorized_at = to_timestamp(f."authorizedAt" / 1000.0),
       capture_by = to_timestamp(f."captureBy" / 1000.0),
       refund_until = to_timestamp(f."refundUntil" / 1000.0),
       capture_due = coalesce(to_timestamp(f."captureDue" / 1000.0), 'infinity'),
       refund_due = coalesce(to_timestamp(f."refundDue" / 1000.0), 'infinity'),
       search = f.search, doubt = f.doubt, batch_file_id = f."batchFileId",
       version = p.version + 1, updated_at = $3
     FROM json_to_recordset($2) AS f (id uuid, lifecycle text, status text, authorized bigint,
       captured bigint, refunded bigint, reversed bigint, closed bigint, "creditInDoubt" bigint,
       "openState" text, "authorizedAt" bigint, "captureBy" bigint, "refundUntil" bigint,
       "captureDue" bigint, "refundDue" bigint, search text, doubt text, "batchFileId" uuid)
     WHERE p.merchant_id = $1 AND p.id = f.id`,
    [merchantId, JSON.stringify(rows), new Date(now)],
  );
  if (rowCount !== rows.length) throw new Error('a payment vanished under its lock');
}
