import { type Evidence, judgeEvidence, quietUntil } from 'paygate-payments';
import type { GatewayConnection } from '../connections/gateway-connection.ts';
import type { Deps } from '../deps.ts';
import type { InquiryOutcome } from '../gateway/gateway-outcome.ts';
import type { EvidenceEntry, Operation } from './operation.ts';
import { nextCheck } from './record-outcome.ts';

/** An answer, or that there was none, and when the question was put (ms UTC). */
export type Look = { readonly inquiry: InquiryOutcome; readonly askedAt: number };

/** What a look at the gateway proves of a sent operation, what is kept of it, and when to look again. */
export type Judged = {
  readonly evidence: Evidence | 'unreachable';
  /** Null when the same was noted before: one entry for a whole outage. */
  readonly entry: EvidenceEntry | null;
  readonly dueAt: number;
};

/** What of a sent operation a look is held against. */
type Sent = Pick<Operation, 'id' | 'kind' | 'amount' | 'baseline' | 'sentAt' | 'evidence'>;

/** While the gateway cannot be reached it is asked again at the latest after this time. */
const UNREACHABLE_AGAIN_MS = 60_000;

/** Judges one look. Changes nothing. */
export function judgeInquiry(
  deps: Pick<Deps, 'clock' | 'env'>,
  connection: Pick<GatewayConnection, 'inquiryShowsReversals'>,
  operation: Sent,
  { inquiry, askedAt }: Look,
): Judged {
  const { baseline, sentAt, kind, amount } = operation;
  if (inquiry.kind !== 'amounts' || baseline === null || sentAt === null) {
    return unreachable(deps, operation);
  }

  const { auth, cap, cred } = inquiry.amounts;
  const { quietPeriodMs: quietMs, creditQuietPeriodMs: creditQuietMs } = deps.env;
  const evidence = judgeEvidence({
    kind,
    amount,
    baseline,
    now: inquiry.amounts,
    quietOver: askedAt >= quietUntil(kind, sentAt, { quietMs, creditQuietMs }),
    inquiryShowsReversals: connection.inquiryShowsReversals,
  });
  const changed = auth !== baseline.auth || cap !== baseline.cap || cred !== baseline.cred;
  const unclear = changed ? 'contradicts' : 'no-change-yet';
  const verdict = evidence === 'review' ? unclear : evidence;
  const amounts = { amountAuth: auth, amountCap: cap, amountCred: cred };
  // Counted from the question: an answer that came after the quiet period tells of the time before.
  const dueAt = nextCheck(deps, operation, askedAt);
  return { evidence, entry: { at: askedAt, verdict, ...amounts }, dueAt };
}

function unreachable(deps: Pick<Deps, 'clock' | 'env'>, operation: Sent): Judged {
  const now = deps.clock.now();
  const dueAt = Math.min(nextCheck(deps, operation, now), now + pauseOf(operation));
  const amounts = { amountAuth: null, amountCap: null, amountCred: null };
  const isKnown = operation.evidence.at(-1)?.verdict === 'unreachable';
  const entry = isKnown ? null : ({ at: now, verdict: 'unreachable', ...amounts } as const);
  return { evidence: 'unreachable', entry, dueAt };
}

/** Between half of the longest pause and all of it, by chance of the id: they do not come all at once. */
function pauseOf({ id }: Sent): number {
  const chance = Number.parseInt(id.slice(-4), 16) / 0xffff;
  return Math.round(UNREACHABLE_AGAIN_MS * (0.5 + chance / 2));
}
