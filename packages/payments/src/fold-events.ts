import { type Amounts, noAmounts } from './amounts.ts';
import { furthest, lifecycleAfter } from './lifecycle.ts';
import type { Lifecycle, PaymentEvent } from './payment-event.ts';
import { reconcileAmounts } from './reconcile-amounts.ts';

/** What a payment's events add up to. */
export type FoldedPayment = {
  readonly amounts: Amounts;
  /** The plain sums of what was told: what differences to the gateway are measured against. */
  readonly told: Amounts;
  readonly lifecycle: Lifecycle;
  /** The gateway was asked to capture by itself, and nothing says that it will not. */
  readonly captureScheduled: boolean;
  /** The facts cannot all be true together; `amounts` is then the nearest reading that can be. */
  readonly contradiction: boolean;
};

/**
 * Folds the set of facts about a payment: any order and any repetition give the same result.
 *
 * Always: captured + reversed + closed ≤ authorized and refunded ≤ captured. Where the facts break
 * this (something was done outside that nobody told us), `contradiction` is true. Nothing throws:
 * evidence must be recordable however odd it is.
 */
export function foldEvents(events: Iterable<PaymentEvent>): FoldedPayment {
  let told = noAmounts;
  let lifecycle: Lifecycle = 'awaiting';
  let asked = false;
  let missed = false;

  for (const event of distinctFacts(events)) {
    told = addTo(told, event);
    lifecycle = furthest(lifecycle, lifecycleAfter(event));
    asked ||= event.type === 'announced' && asksForCapture(event.capture);
    missed ||= event.type === 'schedule-missed';
  }

  return { told, lifecycle, captureScheduled: asked && !missed, ...reconcileAmounts(told) };
}

function asksForCapture(capture: string | undefined): boolean {
  return capture !== undefined && capture !== 'MANUAL';
}

/** One event per fact. Of two that differ the smaller text wins, because arrival must not decide. */
function distinctFacts(events: Iterable<PaymentEvent>): Iterable<PaymentEvent> {
  const winners = new Map<string, { readonly event: PaymentEvent; readonly text: string }>();
  for (const event of events) {
    const text = JSON.stringify(event, Object.keys(event).sort(byCodeUnit));
    const known = winners.get(event.fact);
    if (known === undefined || text < known.text) winners.set(event.fact, { event, text });
  }
  return [...winners.values()].map(({ event }) => event);
}

function byCodeUnit(one: string, other: string): number {
  return one < other ? -1 : 1;
}

function addTo(sums: Amounts, event: PaymentEvent): Amounts {
  switch (event.type) {
    // A payment is authorized once, however many sources tell of it.
    case 'authorized':
      return { ...sums, authorized: Math.max(sums.authorized, event.amount) };
    case 'captured':
      return {
        ...sums,
        captured: sums.captured + event.amount,
        closed: sums.closed + event.closed,
      };
    case 'external-capture':
      return { ...sums, captured: sums.captured + event.amount };
    case 'reversed':
    case 'external-reversal':
      return { ...sums, reversed: sums.reversed + event.amount };
    case 'credited':
    case 'external-credit':
      return { ...sums, refunded: sums.refunded + event.amount };
    case 'lapsed':
      return { ...sums, closed: sums.closed + event.amount };
    case 'announced':
    case 'processing':
    case 'failed':
    case 'abandoned':
    case 'operation-requested':
    case 'operation-declined':
    case 'operation-unknown':
    case 'operation-not-executed':
    case 'operation-cancelled':
    case 'operation-review':
    case 'schedule-missed':
    case 'figures-accepted':
    case 'reimbursed':
    case 'ref-nr-requested':
    case 'ref-nr-changed':
    case 'ref-nr-declined':
    case 'ref-nr-unknown':
    case 'ref-nr-kept':
      return sums;
  }
}
