import { statusOf } from 'paygate-payments';
import type { Payment, PaymentStatus } from './payment.ts';

type Figures = Pick<
  Payment,
  'authorized' | 'captured' | 'refunded' | 'reversed' | 'closed' | 'remaining' | 'refundable'
>;
type Wish =
  | { readonly kind: 'capture'; readonly amount: number; readonly closeRest: boolean }
  | { readonly kind: 'reverse' | 'credit'; readonly amount: number };
/** Minor units. */
export type PreviewFigures = Figures & { readonly status: PaymentStatus };

/** What the payment will look like once the step succeeded, or as it is now. A picture; the server decides. */
export function previewAmounts(payment: Figures, wish: Wish | null): PreviewFigures {
  const { authorized, captured, refunded, reversed, closed, remaining, refundable } = payment;
  const now = { authorized, captured, refunded, reversed, closed, remaining, refundable };
  const after = wish === null ? now : applyWish(now, wish);
  return {
    ...after,
    status: statusOf({ amounts: after, lifecycle: 'authorized', openState: null }),
  };
}

function applyWish(now: Figures, wish: Wish): Figures {
  switch (wish.kind) {
    case 'capture': {
      const rest = now.remaining - wish.amount;
      return {
        ...now,
        captured: now.captured + wish.amount,
        refundable: now.refundable + wish.amount,
        closed: wish.closeRest ? now.closed + rest : now.closed,
        remaining: wish.closeRest ? 0 : rest,
      };
    }
    case 'reverse':
      return {
        ...now,
        reversed: now.reversed + wish.amount,
        remaining: now.remaining - wish.amount,
      };
    case 'credit':
      return {
        ...now,
        refunded: now.refunded + wish.amount,
        refundable: now.refundable - wish.amount,
      };
  }
}
