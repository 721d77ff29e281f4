import type { Deps } from '../deps.ts';
import { inquireGateway } from '../gateway/inquire-gateway.ts';
import { inTransaction } from '../storage/database.ts';
import type { Review } from './find-review.ts';
import { judgeInquiry } from './judge-inquiry.ts';
import { markChecked } from './learn-payment-store.ts';
import { addReviewEvidence } from './review-store.ts';

/**
 * Asks the gateway once about an operation in review and keeps what it says as evidence for people;
 * nothing is concluded. Answers whether it shows figures that are not among the evidence yet. One
 * entry stands for a whole outage.
 */
export async function askForReview(
  deps: Deps,
  { operation, payment, connection }: Review,
): Promise<boolean> {
  const askedAt = deps.clock.now();
  const inquiry = await inquireGateway(deps, connection, payment, operation.id);
  const { evidence, entry } = judgeInquiry(deps, connection, operation, { inquiry, askedAt });
  if (entry === null) return false;
  await inTransaction(deps.database.money, async (sql) => {
    if (evidence !== 'unreachable') await markChecked(sql, payment, deps.clock.now());
    await addReviewEvidence(sql, operation, entry);
  });
  if (evidence === 'unreachable') return false;
  const seen = operation.evidence.findLast(({ amountAuth }) => amountAuth !== null);
  return (
    seen?.amountAuth !== entry.amountAuth ||
    seen.amountCap !== entry.amountCap ||
    seen.amountCred !== entry.amountCred
  );
}
