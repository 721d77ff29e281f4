import { refundableOf } from './amounts.ts';
import { refuseAmount } from './check-amount.ts';
import { type Decision, refuse, refuseWhileOpen } from './decision.ts';
import type { PaymentEvent } from './payment-event.ts';
import { isAddressable, type PaymentFacts } from './payment-facts.ts';

/** How money came back to a customer past the gateway. */
export const reimbursementWays = ['bank-transfer', 'cash', 'voucher', 'other'] as const;
export type ReimbursementWay = (typeof reimbursementWays)[number];

/** The detail of a refusal that says for good: the refund period is over. */
const refundPeriodOver = '0959';

/**
 * Whether the gateway gives nothing back anymore: the refund period is over by our clock (`now`, ms
 * UTC) or by the gateway's own word, or the payment cannot be named there. `declined` are the codes
 * of refunds that the gateway refused.
 */
export function isRefundOver(
  facts: PaymentFacts,
  declined: readonly string[],
  now: number,
): boolean {
  const isLate = facts.refundUntil !== null && now >= facts.refundUntil;
  return (
    isLate || !isAddressable(facts) || declined.some((code) => code.endsWith(refundPeriodOver))
  );
}

/**
 * Decides whether `amount` (minor units) may be recorded as paid back past the gateway. Together with
 * every refund it never comes to more than was captured; what is open or unknown must end first.
 */
export function decideReimbursement(
  facts: PaymentFacts,
  wish: { readonly amount: number },
): Decision {
  const open = refuseWhileOpen(facts.openState);
  if (open) return open;
  if (facts.amounts.captured <= 0) return refuse('not-captured');
  const left = refundableOf(facts.amounts, facts.creditInDoubt);
  if (left === 0) return refuse('nothing-left');
  return refuseAmount(wish.amount, 1, left) ?? { allowed: true };
}

/** What was paid back past the gateway, in minor units. The same fact counts once. */
export function reimbursedOf(events: Iterable<PaymentEvent>): number {
  const facts = new Map<string, number>();
  for (const event of events) if (event.type === 'reimbursed') facts.set(event.fact, event.amount);
  return [...facts.values()].reduce((sum, amount) => sum + amount, 0);
}
