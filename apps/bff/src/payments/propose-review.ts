import { recordAudit } from '../audit/record-audit.ts';
import type { Deps } from '../deps.ts';
import { Refused } from '../refused.ts';
import type { Person } from '../sessions/person.ts';
import { inTransaction } from '../storage/database.ts';
import { askForReview } from './ask-for-review.ts';
import { ensureMayPropose, findReview, lockReview, type Review } from './find-review.ts';
import type { Operation } from './operation.ts';
import { presentOperation } from './present-operation.ts';
import { recordEvents } from './record-events.ts';
import type { ProposeReviewInput } from './review-input.ts';
import { saveProposal } from './review-store.ts';

/**
 * Writes down what a person holds for the outcome of an operation that no inquiry settles, in the
 * place of what was said before; the gateway is asked once more first. It blocks its payment until
 * somebody confirms. Saying the same again changes nothing.
 * @throws Refused `stale-version` when it is in review no more; TRPCError NOT_FOUND, FORBIDDEN.
 */
export async function proposeReview(deps: Deps, person: Person, input: ProposeReviewInput) {
  const review = await findReview(deps, person, input.operationId);
  await ensureMayPropose(deps, person, review.operation, 'operations.proposeReview');
  if (!isSame(review.operation, person, input)) {
    await askForReview(deps, review);
    await propose(deps, person, review, input);
  }
  return presentOperation(deps, person, review.operation);
}

async function propose(
  deps: Deps,
  person: Person,
  { operation: found, connection }: Review,
  input: ProposeReviewInput,
): Promise<void> {
  const { operationId, verdict, reason } = input;
  await inTransaction(deps.database.money, async (sql) => {
    const { payment, operation } = await lockReview(sql, found);
    if (operation.state !== 'review') throw new Refused('stale-version');
    if (isSame(operation, person, input)) return;
    const at = deps.clock.now();
    await saveProposal(sql, operation, { verdict, reason, by: person.id, at });
    await recordEvents(sql, connection, payment, [], at);
    await recordAudit(sql, {
      merchantId: payment.merchantId,
      at,
      actorId: person.id,
      action: 'review-proposed',
      subject: `payment:${payment.id}`,
      details: { operationId, verdict, reason, evidence: operation.evidence.at(-1) },
    });
  });
}

function isSame({ proposal }: Operation, { id }: Person, wish: ProposeReviewInput): boolean {
  return (
    proposal?.by === id && proposal.verdict === wish.verdict && proposal.reason === wish.reason
  );
}
