import type { Lifecycle, PaymentEvent } from './payment-event.ts';

const rank: Readonly<Record<Lifecycle, number>> = {
  awaiting: 0,
  processing: 1,
  expired: 2,
  failed: 3,
  authorized: 4,
};

/** The later of two, whichever was told first: a failure told late never undoes an authorization. */
export function furthest(one: Lifecycle, other: Lifecycle): Lifecycle {
  return rank[other] > rank[one] ? other : one;
}

/** How far this event alone proves a payment to be. */
export function lifecycleAfter(event: PaymentEvent): Lifecycle {
  switch (event.type) {
    case 'processing':
    case 'authorized':
    case 'failed':
      return event.type;
    case 'abandoned':
      return 'expired';
    default:
      return 'awaiting';
  }
}
