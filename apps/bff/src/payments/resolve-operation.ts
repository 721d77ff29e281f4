import { judgeEvidence, quietUntil } from 'paygate-payments';
import type { GatewayConnection } from '../connections/gateway-connection.ts';
import type { Deps } from '../deps.ts';
import type { InquiryOutcome } from '../gateway/gateway-outcome.ts';
import { inquireGateway } from '../gateway/inquire-gateway.ts';
import { inTransaction, type Sql } from '../storage/database.ts';
import { markChecked } from './learn-payment-store.ts';
import type { EvidenceEntry, Operation, OperationRef } from './operation.ts';
import { operationEvent } from './operation-event.ts';
import { appendEvidence, endOperation, markReview } from './operation-state-store.ts';
import { readOperation } from './operation-store.ts';
import type { Payment } from './payment.ts';
import { lockPayment } from './payment-store.ts';
import { recordEvents } from './record-events.ts';
import { nextCheck } from './record-outcome.ts';
import { succeedUnderLock } from './succeed-operation.ts';

/** While the gateway cannot be reached it is asked again at the latest after this time. */
const UNREACHABLE_AGAIN_MS = 60_000;

type Locked = { readonly payment: Payment; readonly operation: Operation };

/**
 * Asks the gateway about an operation that was sent and concludes what its sums prove: executed
 * counts at once, not executed only after the quiet period, anything else goes to people. Evidence
 * is kept whatever it shows. Answers whether the gateway could be asked.
 */
export async function resolveOperation(
  deps: Deps,
  connection: GatewayConnection,
  payment: Payment,
  ref: OperationRef,
): Promise<boolean> {
  const askedAt = deps.clock.now();
  const inquiry = await inquireGateway(deps, connection, payment, ref.id);
  await inTransaction(deps.database.money, async (sql) => {
    const locked = await lockPayment(sql, [ref.merchantId], ref.paymentId);
    if (locked === null) throw new Error(`payment ${ref.paymentId} does not exist`);
    const operation = await readOperation(sql, ref);
    if (!['sending', 'unknown'].includes(operation.state)) return;
    await conclude(deps, sql, connection, { payment: locked, operation }, { inquiry, askedAt });
  });
  return inquiry.kind === 'amounts';
}

async function conclude(
  deps: Deps,
  sql: Sql,
  connection: GatewayConnection,
  { payment, operation }: Locked,
  { inquiry, askedAt }: { readonly inquiry: InquiryOutcome; readonly askedAt: number },
): Promise<void> {
  const now = deps.clock.now();
  const { baseline, sentAt } = operation;
  if (inquiry.kind !== 'amounts' || baseline === null || sentAt === null) {
    return waitForGateway(deps, sql, operation, now);
  }

  await markChecked(sql, payment, now);
  const { auth, cap, cred } = inquiry.amounts;
  const { quietPeriodMs: quietMs, creditQuietPeriodMs: creditQuietMs } = deps.env;
  const evidence = judgeEvidence({
    kind: operation.kind,
    amount: operation.amount,
    baseline,
    now: inquiry.amounts,
    quietOver: askedAt >= quietUntil(operation.kind, sentAt, { quietMs, creditQuietMs }),
    inquiryShowsReversals: connection.inquiryShowsReversals,
  });
  const changed = auth !== baseline.auth || cap !== baseline.cap || cred !== baseline.cred;
  const unclear = changed ? 'contradicts' : 'no-change-yet';
  const verdict = evidence === 'review' ? unclear : evidence;
  const entry = {
    at: askedAt,
    verdict,
    amountAuth: auth,
    amountCap: cap,
    amountCred: cred,
  } as const;
  // Counted from the question: an answer that came after the quiet period tells of the time before.
  await appendEvidence(sql, operation, entry, nextCheck(deps, operation, askedAt));

  switch (evidence) {
    case 'no-change-yet':
      return;
    case 'executed': {
      const answer = { status: null, code: null, description: null, xid: null };
      return succeedUnderLock(sql, connection, { payment, operation }, answer, now);
    }
    case 'not-executed': {
      const change = { state: 'not_executed', at: now } as const;
      await endOperation(sql, operation, ['sending', 'unknown'], change);
      const event = operationEvent('operation-not-executed', operation, now);
      await recordEvents(sql, connection, payment, [event], now);
      return;
    }
    case 'review': {
      await markReview(sql, operation);
      const event = operationEvent('operation-review', operation, now);
      await recordEvents(sql, connection, payment, [event], now);
    }
  }
}

/** Between half of the longest pause and all of it, by chance of the id: they do not come all at once. */
function pauseOf({ id }: OperationRef): number {
  const chance = Number.parseInt(id.slice(-4), 16) / 0xffff;
  return Math.round(UNREACHABLE_AGAIN_MS * (0.5 + chance / 2));
}

/** Keeps one entry for a whole outage, however often the gateway is asked during it. */
async function waitForGateway(
  deps: Deps,
  sql: Sql,
  operation: Operation,
  now: number,
): Promise<void> {
  const dueAt = Math.min(nextCheck(deps, operation, now), now + pauseOf(operation));
  const amounts = { amountAuth: null, amountCap: null, amountCred: null };
  const entry: EvidenceEntry = { at: now, verdict: 'unreachable', ...amounts };
  const known = operation.evidence.at(-1)?.verdict === 'unreachable';
  await appendEvidence(sql, operation, known ? null : entry, dueAt);
}
