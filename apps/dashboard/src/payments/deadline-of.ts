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

/**
 * The one deadline that counts now: capture while something remains, else refund while something is
 * refundable. `of` asks for that of one step instead.
 */
export function deadlineOf(
  payment: DeadlineFacts,
  of: PaymentDeadline['kind'] | null = kindNow(payment),
): PaymentDeadline | null {
  const { captureBy, captureUrgency, refundUntil, refundUrgency } = payment;
  if (of === 'capture' && captureBy !== null) {
    return { kind: of, at: captureBy, urgency: captureUrgency };
  }
  return of === 'refund' && refundUntil !== null
    ? { kind: of, at: refundUntil, urgency: refundUrgency }
    : null;
}

function kindNow({ remaining, refundable }: DeadlineFacts): PaymentDeadline['kind'] | null {
  if (remaining > 0) return 'capture';
  return refundable > 0 ? 'refund' : null;
}
