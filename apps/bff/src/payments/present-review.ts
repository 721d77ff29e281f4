import {
  confirmableAloneAt,
  decideConfirmation,
  mayProposeReview,
  type Reviewer,
} from 'paygate-payments';
import type { Deps } from '../deps.ts';
import type { Operation } from './operation.ts';
import type { OperationView } from './payment-view.ts';

/** What people said about an operation in doubt, and what this person may do about it now. */
export async function presentReview(
  { clock }: Pick<Deps, 'clock'>,
  findReviewer: (merchantId: number) => Promise<Reviewer>,
  operation: Operation,
): Promise<Pick<OperationView, 'review' | 'mayPropose'>> {
  const { proposal } = operation;
  if (operation.state !== 'review' && proposal === null) return { review: null, mayPropose: false };

  const reviewer = await findReviewer(operation.merchantId);
  const mayPropose = mayProposeReview(operation, reviewer);
  if (proposal === null) return { review: null, mayPropose };
  const { verdict, reason, byName: by, at } = proposal;
  const decision = decideConfirmation(operation, reviewer, verdict, clock.now());
  const why = decision.allowed ? null : decision.obstacle;
  const confirmableAt = why === 'own-proposal-too-soon' ? confirmableAloneAt(proposal) : null;
  const review = { verdict, reason, by, at, mayConfirm: decision.allowed, why, confirmableAt };
  return { review, mayPropose };
}
