import type { Deps } from '../deps.ts';
import { inquireGateway } from '../gateway/inquire-gateway.ts';
import { inTransaction } from '../storage/database.ts';
import type { Review } from './find-review.ts';
import { judgeInquiry } from './judge-inquiry.ts';
import { markChecked } from './learn-payment-store.ts';
import { addReviewEvidence } from './review-store.ts';

/**
 * Asks the gateway once about an operation in review and keeps what it says as evidence for people;
 * nothing is concluded. Answers whether its figures are `new`, or were the last `seen` ones, or that it
 * was `unreachable`: one entry stands for a whole outage.
 */
export async function askForReview(
  deps: Deps,
  { operation, payment, connection }: Review,
): Promise<'new' | 'seen' | 'unreachable'> {
  const askedAt = deps.clock.now();
  const inquiry = await inquireGateway(deps, connection, payment, operation.id);
  const { evidence, entry } = judgeInquiry(deps, connection, operation, { inquiry, askedAt });
  if (entry === null) return 'unreachable';
  await inTransaction(deps.database.money, async (sql) => {
    if (evidence !== 'unreachable') await markChecked(sql, payment, deps.clock.now());
    await addReviewEvidence(sql, operation, entry);
  });
  if (evidence === 'unreachable') return 'unreachable';
  const seen = operation.evidence.findLast(({ amountAuth }) => amountAuth !== null);
  const isSeen =
    seen?.amountAuth === entry.amountAuth &&
    seen.amountCap === entry.amountCap &&
    seen.amountCred === entry.amountCred;
  return isSeen ? 'seen' : 'new';
}
