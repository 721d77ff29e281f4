import { type ActionReason, reasonFor } from './action-reason.ts';
import { refundableOf, remainingOf } from './amounts.ts';
import { decideCapture } from './capture.ts';
import { decideCredit, type RefundLimits } from './credit.ts';
import type { Decision, RefusedDecision } from './decision.ts';
import type { OperationKind } from './operation.ts';
import type { ConnectionRules, PaymentFacts } from './payment-facts.ts';
import { decideReversal } from './reversal.ts';

/** What a file cannot do although a single step could. */
export const fileObstacles = [
  'part-in-file',
  'lapses-before-answer',
  'reversal-unconfirmed',
  'ref-nr-unsafe',
  'trans-id-unsafe-in-file',
  'other-connection',
  'figures-in-doubt',
] as const;
export type FileObstacle = (typeof fileObstacles)[number] | ActionReason;

export type BatchLineDecision =
  | { readonly allowed: true; readonly amount: number }
  | ({ readonly allowed: false; readonly reason: FileObstacle } & Pick<
      RefusedDecision,
      'max' | 'min' | 'limit'
    >);

/**
 * Decides whether a payment may stand in a batch file now; without an amount (minor units) all that
 * can be moved is. Asks the rule of the single step first, and then what a file cannot say: whether
 * the rest of a part capture stays open, and what to do when the answer comes after the deadline.
 * `answerBy` is when the answer usually comes, ms UTC.
 */
export function decideBatchLine(
  facts: PaymentFacts & { readonly refNr: string | null; readonly inDoubt: boolean },
  rules: ConnectionRules,
  wish: { readonly kind: OperationKind; readonly amount?: number | undefined },
  file: {
    readonly limits: RefundLimits;
    readonly reversals: 'unconfirmed' | 'yes';
    readonly answerBy: number;
  },
): BatchLineDecision {
  const whole = wholeOf(facts, wish.kind);
  const amount = wish.amount ?? whole;
  const decision = decideStep(facts, rules, { kind: wish.kind, amount }, file.limits);
  if (!decision.allowed) {
    const { allowed, refusal, ...figures } = decision;
    return { allowed, reason: reasonFor(facts, refusal), ...figures };
  }
  // A single step asks the gateway first; a file must rest on what is known.
  if (facts.inDoubt) return no('figures-in-doubt');
  if (wish.kind !== 'credit' && amount < whole) return no('part-in-file');
  if (wish.kind === 'reversal' && file.reversals !== 'yes') return no('reversal-unconfirmed');
  const deadline = wish.kind === 'credit' ? facts.refundUntil : facts.captureBy;
  if (deadline !== null && deadline <= file.answerBy && wish.kind !== 'reversal') {
    return no('lapses-before-answer');
  }
  if (!/^[!#$'()\x2d-\x7e]{1,64}$/.test(facts.transId)) return no('trans-id-unsafe-in-file');
  if (facts.refNr !== null && !/^[A-Za-z0-9_-]{0,40}$/.test(facts.refNr))
    return no('ref-nr-unsafe');
  return { allowed: true, amount };
}

function wholeOf({ amounts, creditInDoubt }: PaymentFacts, kind: OperationKind): number {
  return kind === 'credit' ? refundableOf(amounts, creditInDoubt) : remainingOf(amounts);
}

function decideStep(
  facts: PaymentFacts,
  rules: ConnectionRules,
  { kind, amount }: { readonly kind: OperationKind; readonly amount: number },
  limits: RefundLimits,
): Decision {
  switch (kind) {
    case 'capture':
      return decideCapture(facts, rules, { amount, closeRest: false });
    case 'reversal':
      return decideReversal(facts, rules, { amount });
    case 'credit':
      return decideCredit(facts, rules, { amount }, limits);
  }
}

function no(reason: FileObstacle): BatchLineDecision {
  return { allowed: false, reason };
}
