import { type Amounts, remainingOf } from './amounts.ts';
import type { OpenState } from './operation.ts';
import type { Lifecycle } from './payment-event.ts';

/** Every status a payment can show. */
export const paymentStatuses = [
  'awaiting',
  'processing',
  'scheduled',
  'authorized',
  'part_captured',
  'captured',
  'part_refunded',
  'refunded',
  'reversed',
  'failed',
  'expired',
  'unknown',
] as const;
export type PaymentStatus = (typeof paymentStatuses)[number];

/**
 * The status a payment shows, first rule that fits. The clock has no say: past its deadline a
 * payment stays authorized until something proves that the rest lapsed.
 */
export function statusOf(payment: {
  readonly amounts: Amounts;
  readonly lifecycle: Lifecycle;
  readonly openState: OpenState | null;
  readonly captureScheduled?: boolean;
}): PaymentStatus {
  const { amounts, lifecycle, openState } = payment;
  if (openState === 'unknown' || openState === 'review') return 'unknown';
  if (openState !== null) return 'processing';
  // An authorization whose amount is not known yet is still being made.
  if (amounts.authorized === 0) return lifecycle === 'authorized' ? 'processing' : lifecycle;

  if (remainingOf(amounts) > 0) {
    if (amounts.captured > 0) return 'part_captured';
    return payment.captureScheduled ? 'scheduled' : 'authorized';
  }
  // A part may have been reversed before the rest lapsed; how it ended is what counts.
  if (amounts.captured === 0) return amounts.closed > 0 ? 'expired' : 'reversed';
  if (amounts.refunded === 0) return 'captured';
  return amounts.refunded < amounts.captured ? 'part_refunded' : 'refunded';
}
