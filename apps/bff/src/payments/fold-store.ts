import type { Amounts, Doubt, Lifecycle, OpenState, PaymentStatus } from 'paygate-payments';
import type { Sql } from '../storage/database.ts';
import { tellLive } from '../storage/tell-live.ts';
import type { Payment } from './payment.ts';
import { type PaymentRow, paymentColumns, toPayment } from './payment-store.ts';

/** What is derived from the events and open operations of a payment. Instants ms UTC. */
export type Fold = {
  readonly amounts: Amounts;
  readonly lifecycle: Lifecycle;
  readonly doubt: Doubt | null;
  readonly status: PaymentStatus;
  readonly openState: OpenState | null;
  readonly batchFileId: string | null;
  readonly creditInDoubt: number;
  readonly authorizedAt: number | null;
  readonly captureBy: number | null;
  readonly refundUntil: number | null;
  /** When something must be captured, or can last be refunded; null while nothing can. */
  readonly captureDue: number | null;
  readonly refundDue: number | null;
  /** XIDs of its steps and references it had before, so that a search finds them. */
  readonly searchable: readonly string[];
};

/**
 * Writes the fold over a locked payment, and when the gateway was asked about it last; raises its
 * version, and tells every listener at commit.
 */
export async function saveFold(
  sql: Sql,
  payment: Payment,
  fold: Fold,
  now: number,
): Promise<Payment> {
  const { authorized, captured, refunded, reversed, closed } = fold.amounts;
  const { rows } = await sql.query<PaymentRow>(
    `UPDATE payments SET lifecycle = $3, status = $4, authorized = $5, captured = $6, refunded = $7,
       reversed = $8, closed = $9, credit_in_doubt = $10, open_state = $11, authorized_at = $12,
       capture_by = $13, refund_until = $14, capture_due = $15, refund_due = $16, search = $17,
       doubt = $18, batch_file_id = $19, checked_at = greatest(checked_at, $21),
       version = version + 1, updated_at = $20
     WHERE merchant_id = $1 AND id = $2 RETURNING ${paymentColumns}`,
    [
      payment.merchantId,
      payment.id,
      fold.lifecycle,
      fold.status,
      authorized,
      captured,
      refunded,
      reversed,
      closed,
      fold.creditInDoubt,
      fold.openState,
      toDate(fold.authorizedAt),
      toDate(fold.captureBy),
      toDate(fold.refundUntil),
      toDate(fold.captureDue) ?? 'infinity',
      toDate(fold.refundDue) ?? 'infinity',
      searchTextOf(payment, fold),
      fold.doubt,
      fold.batchFileId,
      new Date(now),
      toDate(payment.checkedAt),
    ],
  );
  const saved = rows[0];
  if (saved === undefined) throw new Error(`payment ${payment.id} vanished under its lock`);
  const { merchantId, id: paymentId } = payment;
  await tellLive(sql, { type: 'payment', merchantId, paymentId });
  return toPayment(saved);
}

/** What a search for words looks through. */
export function searchTextOf(payment: Payment, { searchable }: Fold): string {
  const { transId, refNr, orderDesc } = payment;
  return [transId, refNr, orderDesc, ...searchable].join(' ').toLowerCase();
}

function toDate(instant: number | null): Date | null {
  return instant === null ? null : new Date(instant);
}
