import { TRPCError } from '@trpc/server';
import {
  decideConfirmation,
  type ReviewDecision,
  type ReviewObstacle,
  type ReviewVerdict,
  stateAfterReview,
} from 'paygate-payments';
import { recordAudit } from '../audit/record-audit.ts';
import { recordDenial } from '../audit/record-denial.ts';
import type { Deps } from '../deps.ts';
import { Refused } from '../refused.ts';
import type { Person } from '../sessions/person.ts';
import { inTransaction, type Sql } from '../storage/database.ts';
import { askForReview } from './ask-for-review.ts';
import { findReview, lockReview, type Review } from './find-review.ts';
import { findReviewer } from './find-reviewer.ts';
import type { Operation } from './operation.ts';
import { executedEvent, operationEvent } from './operation-event.ts';
import { endOperation } from './operation-state-store.ts';
import { presentOperation } from './present-operation.ts';
import { recordEvents } from './record-events.ts';
import type { ConfirmReviewInput } from './review-input.ts';

/**
 * Ends an operation in review as somebody proposed, which frees its payment. The gateway is asked
 * once more first: figures that nobody has seen yet are shown before anything is confirmed. Sends
 * nothing. An operation that was closed with this verdict is answered as it is.
 * @throws Refused `stale-version` when the proposal, the figures or the state are no longer what the
 * person saw; TRPCError NOT_FOUND; FORBIDDEN `approve`, also for one's own proposal.
 */
export async function confirmReview(
  deps: Deps,
  person: Person,
  { operationId, verdict }: ConfirmReviewInput,
) {
  const review = await findReview(deps, person, operationId);
  const { operation } = review;
  if (!isClosedAs(operation, verdict)) {
    const decision = await decide(deps, deps.database.money, person, operation, verdict);
    if (!decision.allowed) {
      if (isForbidden(decision.obstacle)) {
        const path = 'operations.confirmReview';
        await recordDenial(deps, person, { right: 'approve', path });
      }
      throw errorOf(decision.obstacle);
    }
    if ((await askForReview(deps, review)) === 'new') throw new Refused('stale-version');
    await inTransaction(deps.database.money, (sql) => confirm(deps, sql, person, review, verdict));
  }
  return presentOperation(deps, person, operation);
}

async function confirm(
  deps: Deps,
  sql: Sql,
  person: Person,
  { operation: found, connection }: Review,
  verdict: ReviewVerdict,
): Promise<void> {
  const { payment, operation } = await lockReview(sql, found);
  if (isClosedAs(operation, verdict)) return;
  const decision = await decide(deps, sql, person, operation, verdict);
  if (!decision.allowed) throw errorOf(decision.obstacle);

  const at = deps.clock.now();
  const { id: operationId, kind, amount, proposal } = operation;
  await endOperation(sql, operation, ['review'], { state: stateAfterReview(verdict), at });
  const { event, source } =
    verdict === 'executed'
      ? executedEvent(operation, at)
      : operationEvent('operation-not-executed', operation, at);
  const decided = { event, source: { ...source, actorId: person.id } };
  await recordEvents(sql, connection, payment, [decided], at);
  await recordAudit(sql, {
    merchantId: payment.merchantId,
    at,
    actorId: person.id,
    action: 'review-confirmed',
    subject: `payment:${payment.id}`,
    details: {
      operationId,
      kind,
      amount,
      verdict,
      reason: proposal?.reason,
      proposedBy: proposal?.by,
      alone: decision.alone,
      evidence: operation.evidence.at(-1),
    },
  });
}

async function decide(
  deps: Deps,
  sql: Sql,
  person: Person,
  operation: Operation,
  verdict: ReviewVerdict,
): Promise<ReviewDecision> {
  const reviewer = await findReviewer(deps, sql, person, operation.merchantId);
  return decideConfirmation(operation, reviewer, verdict, deps.clock.now());
}

function isClosedAs({ state, proposal }: Operation, verdict: ReviewVerdict): boolean {
  return proposal?.verdict === verdict && state === stateAfterReview(verdict);
}

function errorOf(obstacle: ReviewObstacle): Error {
  return isForbidden(obstacle)
    ? new TRPCError({ code: 'FORBIDDEN', message: 'approve' })
    : new Refused('stale-version');
}

/** The right to approve never covers one's own proposal. */
function isForbidden(obstacle: ReviewObstacle): boolean {
  return ['right-missing', 'own-proposal', 'own-proposal-too-soon'].includes(obstacle);
}
