import { type Refusal, refusals } from './decision.ts';
import type { PaymentFacts } from './payment-facts.ts';
import { isTransIdSendable } from './trans-id.ts';

/** Every reason an action can carry: the refusals, and where more is known, the words below. */
export const actionReasons = [
  ...refusals,
  'in-batch-file',
  'past-deadline',
  'trans-id-unsafe',
  'pay-id-missing',
  'awaiting',
  'failed',
  'expired',
  'already-reversed',
  'fully-refunded',
] as const;
export type ActionReason = (typeof actionReasons)[number];

/** Says as precisely as the facts permit why a step was refused. */
export function reasonFor(facts: PaymentFacts, refusal: Refusal): ActionReason {
  switch (refusal) {
    case 'not-supported':
      if (!isTransIdSendable(facts.transId)) return 'trans-id-unsafe';
      return facts.payId === null ? 'pay-id-missing' : refusal;
    case 'step-in-flight':
      return facts.inFile ? 'in-batch-file' : refusal;
    case 'nothing-left':
    case 'not-captured':
      return whyNothing(facts) ?? refusal;
    default:
      return refusal;
  }
}

function whyNothing({ amounts, lifecycle }: PaymentFacts): ActionReason | null {
  if (amounts.authorized === 0) {
    return lifecycle === 'failed' || lifecycle === 'expired' ? lifecycle : 'awaiting';
  }
  const { authorized, captured, refunded, reversed, closed } = amounts;
  if (captured > 0) return refunded === captured ? 'fully-refunded' : null;
  if (reversed + closed < authorized) return null;
  return closed > 0 ? 'expired' : 'already-reversed';
}
