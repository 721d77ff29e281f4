import type { OperationKind, OperationState } from './operation.ts';
import type { Right } from './rights.ts';

/** What people can find that became of an operation which no inquiry settles. */
export const reviewVerdicts = ['executed', 'not-executed'] as const;
export type ReviewVerdict = (typeof reviewVerdicts)[number];

/** What somebody holds for true. `at` is an instant in ms UTC. */
export type ReviewProposal = {
  readonly verdict: ReviewVerdict;
  readonly by: string;
  readonly at: number;
};

export type ReviewedOperation = {
  readonly kind: OperationKind;
  readonly state: OperationState;
  readonly proposal: ReviewProposal | null;
};

/** `isOnlyApprover`: nobody else at the merchant has the right to approve. */
export type Reviewer = {
  readonly id: string;
  readonly rights: readonly Right[];
  readonly isOnlyApprover: boolean;
};

/** Why a person may not confirm now. */
export type ReviewObstacle =
  | 'not-in-review'
  | 'right-missing'
  | 'nothing-proposed'
  | 'other-verdict'
  | 'own-proposal'
  | 'own-proposal-too-soon';

/** `alone`: the same person proposed it a day ago, and there is nobody else to ask. */
export type ReviewDecision =
  | { readonly allowed: true; readonly alone: boolean }
  | { readonly allowed: false; readonly obstacle: ReviewObstacle };

const aloneAfterMs = 24 * 60 * 60 * 1000;

const rightsByKind = { capture: 'capture', reversal: 'reverse', credit: 'refund' } as const;

/** The right to start an operation is the right to say what became of it. */
export function rightToPropose(kind: OperationKind): Right {
  return rightsByKind[kind];
}

/** From when (ms UTC) the only approver of a merchant may confirm an own proposal. */
export function confirmableAloneAt({ at }: Pick<ReviewProposal, 'at'>): number {
  return at + aloneAfterMs;
}

/** Whether a person may say what became of the operation, in place of what was said before. */
export function mayProposeReview(
  { kind, state }: Pick<ReviewedOperation, 'kind' | 'state'>,
  { rights }: Pick<Reviewer, 'rights'>,
): boolean {
  return state === 'review' && rights.includes(rightToPropose(kind));
}

/**
 * Whether a person may confirm `verdict` at `now` (ms UTC): somebody else proposed the same, or the
 * person did a day ago and nobody else could confirm it.
 */
export function decideConfirmation(
  { state, proposal }: ReviewedOperation,
  { id, rights, isOnlyApprover }: Reviewer,
  verdict: ReviewVerdict,
  now: number,
): ReviewDecision {
  const no = (obstacle: ReviewObstacle) => ({ allowed: false, obstacle }) as const;
  if (!rights.includes('approve')) return no('right-missing');
  if (state !== 'review') return no('not-in-review');
  if (proposal === null) return no('nothing-proposed');
  if (proposal.verdict !== verdict) return no('other-verdict');
  if (proposal.by !== id) return { allowed: true, alone: false };
  if (!isOnlyApprover) return no('own-proposal');
  if (now < confirmableAloneAt(proposal)) return no('own-proposal-too-soon');
  return { allowed: true, alone: true };
}

/** What a confirmed verdict makes of the operation. */
export function stateAfterReview(
  verdict: ReviewVerdict,
): Extract<OperationState, 'succeeded' | 'not_executed'> {
  return verdict === 'executed' ? 'succeeded' : 'not_executed';
}
