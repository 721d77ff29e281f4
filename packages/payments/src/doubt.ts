import { foldEvents } from './fold-events.ts';
import type { PaymentEvent } from './payment-event.ts';

/**
 * What makes the figures of a payment doubtful. `fell`: the gateway stated less captured or refunded
 * money than before. `late`: money moved that nobody asked for, after a step of ours was held for not
 * carried out: it may have been that step. `contradiction`: the facts cannot all be true together.
 */
export const doubts = ['fell', 'late', 'contradiction'] as const;
export type Doubt = (typeof doubts)[number];

/** One of the two sums of money that moved, and the highest it ever was since somebody looked. */
type Sum = { readonly now: number; readonly peak: number };

/**
 * Whether no money may move on the strength of these figures until a person has looked at them, and
 * why. A sum that comes back settles a fall by itself; anything else takes `figures-accepted`.
 * `events` in the order they were learned.
 */
export function doubtOf(events: readonly PaymentEvent[]): Doubt | null {
  let captured: Sum = { now: 0, peak: 0 };
  let credited: Sum = { now: 0, peak: 0 };
  let reversed: Sum = { now: 0, peak: 0 };
  let wasNotExecuted = false;
  let isLate = false;
  let movedSince = false;

  for (const event of events) {
    if (event.type === 'figures-accepted') {
      captured = { now: captured.now, peak: captured.now };
      credited = { now: credited.now, peak: credited.now };
      reversed = { now: reversed.now, peak: reversed.now };
      wasNotExecuted = false;
      isLate = false;
      movedSince = false;
      continue;
    }
    const before = { captured, credited, reversed };
    captured = add(captured, amountOf(event, 'captured', 'external-capture'));
    credited = add(credited, amountOf(event, 'credited', 'external-credit'));
    reversed = add(reversed, amountOf(event, 'reversed', 'external-reversal'));
    if ('amount' in event) movedSince = true;
    if (event.type === 'operation-not-executed') wasNotExecuted = true;
    const isNews =
      captured.peak > before.captured.peak ||
      credited.peak > before.credited.peak ||
      reversed.peak > before.reversed.peak;
    if (wasNotExecuted && isNews && event.type.startsWith('external-')) isLate = true;
  }

  if (captured.now < captured.peak || credited.now < credited.peak) return 'fell';
  if (movedSince && foldEvents(events).contradiction) return 'contradiction';
  return isLate ? 'late' : null;
}

function add({ now, peak }: Sum, amount: number): Sum {
  return { now: now + amount, peak: Math.max(peak, now + amount) };
}

function amountOf(event: PaymentEvent, ...types: readonly PaymentEvent['type'][]): number {
  return types.includes(event.type) && 'amount' in event ? event.amount : 0;
}
