import { type ActionReason, reasonFor } from './action-reason.ts';
import { refundableOf, remainingOf } from './amounts.ts';
import { decideCapture } from './capture.ts';
import { decideCredit, noRefundLimits } from './credit.ts';
import type { Decision } from './decision.ts';
import type { ConnectionRules, PaymentFacts } from './payment-facts.ts';
import { decideReversal } from './reversal.ts';
import type { Right } from './rights.ts';

export type PaymentAction = 'capture' | 'reverse' | 'credit';

/** `max` is the largest amount the action may take, in minor units; 0 when it is not allowed. */
export type AllowedAction = {
  readonly action: PaymentAction;
  readonly allowed: boolean;
  readonly reason: ActionReason | null;
  readonly max: number;
};

/**
 * What a person with these rights may do to a payment at `now` (ms UTC), in the order capture,
 * reverse, credit. An action without its right is left out.
 *
 * `allowed` with the reason `past-deadline` means that it may be tried: the gateway decides. No
 * deadline is known for a reversal. Personal refund limits are not asked here, because a refund
 * over a limit can still be asked for.
 */
export function allowedActions(
  facts: PaymentFacts,
  rules: ConnectionRules,
  now: number,
  rights: readonly Right[],
): readonly AllowedAction[] {
  const remaining = remainingOf(facts.amounts);
  const refundable = refundableOf(facts.amounts, facts.creditInDoubt);

  const answer = (
    action: PaymentAction,
    decision: Decision,
    max: number,
    deadline: number | null,
  ): AllowedAction => {
    if (!decision.allowed) {
      return { action, allowed: false, reason: reasonFor(facts, decision.refusal), max: 0 };
    }
    const late = deadline !== null && now >= deadline;
    return { action, allowed: true, reason: late ? 'past-deadline' : null, max };
  };

  const actions: AllowedAction[] = [];
  if (rights.includes('capture')) {
    const whole = decideCapture(facts, rules, { amount: remaining, closeRest: false });
    actions.push(answer('capture', whole, remaining, facts.captureBy));
  }
  if (rights.includes('reverse')) {
    actions.push(answer('reverse', decideReversal(facts, rules, {}), remaining, null));
  }
  if (rights.includes('refund')) {
    const whole = decideCredit(facts, rules, { amount: refundable }, noRefundLimits);
    actions.push(answer('credit', whole, refundable, facts.refundUntil));
  }
  return actions;
}
