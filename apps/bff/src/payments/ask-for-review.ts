import { judgeEvidence, quietUntil } from 'paygate-payments';
import type { Deps } from '../deps.ts';
import type { InquiryOutcome } from '../gateway/gateway-outcome.ts';
import { inquireGateway } from '../gateway/inquire-gateway.ts';
import { inTransaction } from '../storage/database.ts';
import type { Review } from './find-review.ts';
import { markChecked } from './learn-payment-store.ts';
import type { EvidenceEntry, Operation } from './operation.ts';
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
  const at = deps.clock.now();
  const inquiry = await inquireGateway(deps, connection, payment, operation.id);
  const last = operation.evidence.at(-1);
  if (inquiry.kind !== 'amounts') {
    if (last?.verdict === 'unreachable') return false;
    const amounts = { amountAuth: null, amountCap: null, amountCred: null };
    const entry = { at, verdict: 'unreachable', ...amounts } as const;
    await addReviewEvidence(deps.database.money, operation, entry);
    return false;
  }

  const { auth: amountAuth, cap: amountCap, cred: amountCred } = inquiry.amounts;
  const verdict = verdictOf(deps, operation, connection.inquiryShowsReversals, inquiry, at);
  await inTransaction(deps.database.money, async (sql) => {
    await markChecked(sql, payment, deps.clock.now());
    const entry = { at, verdict, amountAuth, amountCap, amountCred };
    await addReviewEvidence(sql, operation, entry);
  });
  const seen = operation.evidence.findLast((entry) => entry.amountAuth !== null);
  return (
    seen?.amountAuth !== amountAuth ||
    seen.amountCap !== amountCap ||
    seen.amountCred !== amountCred
  );
}

/** What the sums speak for; where they prove nothing, whether they changed at all. */
function verdictOf(
  { env }: Pick<Deps, 'env'>,
  { kind, amount, baseline, sentAt }: Operation,
  inquiryShowsReversals: 'unconfirmed' | 'yes',
  { amounts: now }: Extract<InquiryOutcome, { readonly kind: 'amounts' }>,
  at: number,
): EvidenceEntry['verdict'] {
  if (baseline === null || sentAt === null) return 'contradicts';
  const { quietPeriodMs: quietMs, creditQuietPeriodMs: creditQuietMs } = env;
  const quietOver = at >= quietUntil(kind, sentAt, { quietMs, creditQuietMs });
  const evidence = judgeEvidence({
    kind,
    amount,
    baseline,
    now,
    quietOver,
    inquiryShowsReversals,
  });
  if (evidence !== 'review') return evidence;
  const isSame =
    now.auth === baseline.auth && now.cap === baseline.cap && now.cred === baseline.cred;
  return isSame ? 'no-change-yet' : 'contradicts';
}
