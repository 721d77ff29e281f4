import type { Payment, Urgency } from './payment.ts';

type PaymentDeadline = {
  readonly kind: 'capture' | 'refund';
  /** Milliseconds since the epoch, UTC. */
  readonly at: number;
  readonly urgency: Urgency;
};

type DeadlineFacts = Pick<
  Payment,
  'remaining' | 'refundable' | 'captureBy' | 'refundUntil' | 'captureUrgency' | 'refundUrgency'
>;

/** The one deadline that counts now: capture while something remains, else refund while something is refundable. */
export function deadlineOf(payment: DeadlineFacts): PaymentDeadline | null {
  if (payment.remaining > 0) {
    return payment.captureBy === null
      ? null
      : { kind: 'capture', at: payment.captureBy, urgency: payment.captureUrgency };
  }
  if (payment.refundable > 0 && payment.refundUntil !== null) {
    return { kind: 'refund', at: payment.refundUntil, urgency: payment.refundUrgency };
  }
  return null;
}
