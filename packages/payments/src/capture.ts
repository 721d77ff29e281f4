import { remainingOf } from './amounts.ts';
import { refuseAmount } from './check-amount.ts';
import { type Decision, refuse, refuseWhileOpen } from './decision.ts';
import { type ConnectionRules, isAddressable, type PaymentFacts } from './payment-facts.ts';

/**
 * Decides whether `amount` (minor units) may be captured now.
 *
 * `closes` is what the capture gives up of the authorization, 0 unless `closeRest` is asked for.
 * A capture of the whole remaining amount closes nothing. The deadline is no part of this: past it
 * the gateway decides.
 */
export function decideCapture(
  facts: PaymentFacts,
  rules: ConnectionRules,
  wish: { readonly amount: number; readonly closeRest: boolean },
): Decision<{ readonly closes: number }> {
  const open = refuseWhileOpen(facts.openState);
  if (open) return open;

  const remaining = remainingOf(facts.amounts);
  if (remaining <= 0) return refuse('nothing-left');
  if (!isAddressable(facts)) return refuse('not-supported');

  const single = rules.severalCaptures === 'no';
  if (single && facts.amounts.captured > 0) return refuse('not-supported');

  const wrongAmount = refuseAmount(wish.amount, rules.minimum, remaining);
  if (wrongAmount) return wrongAmount;

  const rest = remaining - wish.amount;
  if (single && rest > 0 && !wish.closeRest) return refuse('not-supported');

  return { allowed: true, closes: wish.closeRest ? rest : 0 };
}
