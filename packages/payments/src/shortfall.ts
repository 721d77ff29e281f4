import type { PaymentEvent } from './payment-event.ts';
import type { QuietPeriods } from './resolve-schedule.ts';

/**
 * Whether the gateway's sums fell so lately that no money may move on the strength of it. What an
 * inquiry shows may be old, and the next inquiry may show the same old sums: believed twice, a lag
 * would charge or refund again. True until the quiet period after the fall is over (a refund's own
 * for refunds), unless the sum came back meanwhile. `events` in the order they were learned.
 */
export function fellRecently(
  events: readonly PaymentEvent[],
  now: number,
  { quietMs, creditQuietMs }: QuietPeriods,
): boolean {
  return (
    isBelowPeak(events, capturedBy, now - quietMs) ||
    isBelowPeak(events, creditedBy, now - creditQuietMs)
  );
}

function isBelowPeak(
  events: readonly PaymentEvent[],
  movedBy: (event: PaymentEvent) => number,
  since: number,
): boolean {
  let sum = 0;
  let peak = Number.NEGATIVE_INFINITY;
  for (const event of events) {
    const moved = movedBy(event);
    if (moved < 0 && event.at > since) peak = Math.max(peak, sum);
    sum += moved;
  }
  return sum < peak;
}

function capturedBy(event: PaymentEvent): number {
  return event.type === 'captured' || event.type === 'external-capture' ? event.amount : 0;
}

function creditedBy(event: PaymentEvent): number {
  return event.type === 'credited' || event.type === 'external-credit' ? event.amount : 0;
}
