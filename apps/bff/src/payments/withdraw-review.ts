import { recordAudit } from '../audit/record-audit.ts';
import type { Deps } from '../deps.ts';
import { Refused } from '../refused.ts';
import type { Person } from '../sessions/person.ts';
import { inTransaction } from '../storage/database.ts';
import { ensureMayPropose, findReview, lockReview } from './find-review.ts';
import { presentOperation } from './present-operation.ts';
import { recordEvents } from './record-events.ts';
import { saveProposal } from './review-store.ts';

/**
 * Takes back what was said about an operation in review; nothing happens when nothing was.
 * @throws Refused `stale-version` when it is in review no more; TRPCError NOT_FOUND, FORBIDDEN.
 */
export async function withdrawReview(
  deps: Deps,
  person: Person,
  { operationId }: { readonly operationId: string },
) {
  const { operation: found, connection } = await findReview(deps, person, operationId);
  await ensureMayPropose(deps, person, found, 'operations.withdrawReview');
  await inTransaction(deps.database.money, async (sql) => {
    const { payment, operation } = await lockReview(sql, found);
    if (operation.state !== 'review') throw new Refused('stale-version');
    if (operation.proposal === null) return;
    const at = deps.clock.now();
    await saveProposal(sql, operation, null);
    await recordEvents(sql, connection, payment, [], at);
    await recordAudit(sql, {
      merchantId: payment.merchantId,
      at,
      actorId: person.id,
      action: 'review-withdrawn',
      subject: `payment:${payment.id}`,
      details: { operationId, verdict: operation.proposal.verdict },
    });
  });
  return presentOperation(deps, person, found);
}
