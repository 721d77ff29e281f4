import { refundableOf } from './amounts.ts';
import { refuseAmount } from './check-amount.ts';
import { type Decision, type RefusedDecision, refuse, refuseWhileOpen } from './decision.ts';
import { type ConnectionRules, isAddressable, type PaymentFacts } from './payment-facts.ts';

/**
 * How much a person may refund, and has refunded, in minor units; null = no limit is set.
 * `perPayment` binds the sum of the person's refunds on this payment, `perDay` that of the day.
 */
export type RefundLimits = {
  readonly perPayment: number | null;
  readonly perDay: number | null;
  readonly refundedOnPaymentByPerson: number;
  readonly refundedTodayByPerson: number;
};

/** Limits that bind nobody. */
export const noRefundLimits: RefundLimits = {
  perPayment: null,
  perDay: null,
  refundedOnPaymentByPerson: 0,
  refundedTodayByPerson: 0,
};

/**
 * Decides whether `amount` (minor units) may be refunded now, by a person with these limits.
 *
 * On `over-limit`, `limit` is the limit that binds (the one that leaves less) and `max` what the
 * person could still refund alone. A refund that is being approved must be left out of
 * `facts.creditInDoubt`, or it would stand in its own way.
 */
export function decideCredit(
  facts: PaymentFacts,
  rules: ConnectionRules,
  wish: { readonly amount: number },
  limits: RefundLimits,
): Decision {
  const open = refuseWhileOpen(facts.openState);
  if (open) return open;

  if (facts.amounts.captured <= 0) return refuse('not-captured');

  const refundable = refundableOf(facts.amounts, facts.creditInDoubt);
  if (refundable === 0) return refuse('nothing-left');
  if (!isAddressable(facts)) return refuse('not-supported');

  return (
    refuseAmount(wish.amount, rules.minimum, refundable) ??
    refuseOverLimit(wish.amount, refundable, limits) ?? { allowed: true }
  );
}

function refuseOverLimit(
  amount: number,
  refundable: number,
  limits: RefundLimits,
): RefusedDecision | null {
  const { perPayment, perDay, refundedOnPaymentByPerson, refundedTodayByPerson } = limits;
  const leftOnPayment = leftOf(perPayment, refundedOnPaymentByPerson);
  const leftToday = leftOf(perDay, refundedTodayByPerson);
  const left = Math.min(leftOnPayment, leftToday);
  if (amount <= left) return null;

  const limit = (leftOnPayment <= leftToday ? perPayment : perDay) ?? 0;
  return refuse('over-limit', { limit, max: Math.min(left, refundable) });
}

function leftOf(limit: number | null, used: number): number {
  return limit === null ? Number.POSITIVE_INFINITY : Math.max(0, limit - used);
}
