import { remainingOf } from './amounts.ts';
import { refuseAmount } from './check-amount.ts';
import { type Decision, refuse, refuseWhileOpen } from './decision.ts';
import { type ConnectionRules, isAddressable, type PaymentFacts } from './payment-facts.ts';

/**
 * Decides whether an authorization may be released now: all that remains, or `amount` of it
 * (minor units). The allowed decision names the amount.
 *
 * Only while nothing is captured, because the gateway undoes the last step, whatever it was.
 * The connection's minimum binds a part, not the whole: a small authorization can be released too.
 */
export function decideReversal(
  facts: PaymentFacts,
  rules: ConnectionRules,
  wish: { readonly amount?: number | undefined },
): Decision<{ readonly amount: number }> {
  const open = refuseWhileOpen(facts.openState);
  if (open) return open;

  if (facts.amounts.captured > 0) return refuse('already-captured');

  const remaining = remainingOf(facts.amounts);
  if (remaining <= 0) return refuse('nothing-left');
  if (!isAddressable(facts)) return refuse('not-supported');

  const amount = wish.amount ?? remaining;
  if (amount === remaining) return { allowed: true, amount };

  const wrongAmount = refuseAmount(amount, rules.minimum, remaining);
  if (wrongAmount) return wrongAmount;
  if (rules.partialReversal !== 'yes') return refuse('not-supported');

  return { allowed: true, amount };
}
