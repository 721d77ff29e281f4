import { doubtOf, fellRecently, nextResolveAt, quietUntil } from 'paygate-payments';
import type { GatewayConnection } from '../connections/gateway-connection.ts';
import type { Deps } from '../deps.ts';
import { recordCalls } from '../gateway/record-call.ts';
import { Refused } from '../refused.ts';
import { inTransaction, type Sql } from '../storage/database.ts';
import { cancelUnderLock } from './cancel-operation.ts';
import { committed } from './committed.ts';
import { externalChanges } from './external-changes.ts';
import { lockPaymentOf } from './lock-payment-store.ts';
import type { Operation } from './operation.ts';
import { markSending } from './operation-state-store.ts';
import { findOperation, readOperation } from './operation-store.ts';
import { refoldPayment } from './record-events.ts';
import { RESERVED_FOR_MS } from './reserve-operation.ts';
import type { Baseline } from './take-baseline.ts';
import { toldPayment } from './told-payment.ts';

/** What a claim rests on: the gateway's sums, and when the operation was reserved (wall time, ms). */
type Ground = { readonly baseline: Baseline; readonly reservedAt: number };

/** The right to send one operation once. `claimedAt` is wall time: a stalled process must not send late. */
export type Claim = { readonly claimedAt: number };

/**
 * Turns `requested` into `sending` and commits that, with the baseline, before the first byte
 * leaves. Null when the operation is no longer requested, or was reserved so long ago that it is
 * cancelled here: then nothing may be sent.
 * @throws Refused `external-change` when the baseline is not what we know of the payment, or agrees
 * only since the gateway's sums fell a moment ago, or while its figures are in doubt; the change is
 * recorded, the operation cancelled.
 */
export async function claimOperation(
  deps: Deps,
  connection: GatewayConnection,
  operation: Operation,
  ground: Ground,
): Promise<Claim | null> {
  const claimedAt = deps.clock.wall();
  const result = await committed(
    () =>
      inTransaction(deps.database.money, (sql) => claim(deps, sql, connection, operation, ground)),
    () => rereadClaim(deps, operation),
  );
  if (result === 'external-change') throw new Refused('external-change');
  return result === 'claimed' ? { claimedAt } : null;
}

type Result = 'claimed' | 'lost' | 'external-change';

async function claim(
  deps: Deps,
  sql: Sql,
  connection: GatewayConnection,
  { merchantId, paymentId, id, kind }: Operation,
  { baseline, reservedAt }: Ground,
): Promise<Result> {
  const locked = await lockPaymentOf(sql, { merchantId, paymentId });
  if (baseline.call !== null) await recordCalls(sql, [baseline.call]);
  const now = deps.clock.now();
  const payment = { ...locked, checkedAt: now };

  const { quietPeriodMs: quietMs, creditQuietPeriodMs: creditQuietMs, resolveAtMs } = deps.env;
  const told = await toldPayment(sql, payment);
  const changes = externalChanges(told, baseline.amounts, connection.inquiryShowsReversals, now);
  const isUnsure =
    changes.length > 0 ||
    doubtOf(told.events) !== null ||
    fellRecently(told.events, now, { quietMs, creditQuietMs });
  const isLate = deps.clock.wall() - reservedAt > RESERVED_FOR_MS;
  if (isUnsure || isLate) {
    const operation = await readOperation(sql, { merchantId, paymentId, id });
    const reason = isUnsure ? 'external-change' : 'not-sent';
    await cancelUnderLock(sql, connection, { payment, operation }, reason, now, changes);
    return isUnsure ? 'external-change' : 'lost';
  }

  const quietEnd = quietUntil(kind, now, { quietMs, creditQuietMs });
  const claimed = await markSending(
    sql,
    { merchantId, paymentId, id },
    {
      baseline: baseline.amounts,
      lastStatus: baseline.lastStatus,
      sentAt: now,
      dueAt: nextResolveAt(now, now, resolveAtMs, quietEnd),
    },
  );
  if (claimed) await refoldPayment(sql, connection, { payment, stored: told.stored }, now);
  return claimed ? 'claimed' : 'lost';
}

/** Only the process that reserved an operation ever claims it, so `sending` means that we did. */
async function rereadClaim(deps: Deps, operation: Operation): Promise<Result | null> {
  const stored = await findOperation(deps.database.money, [operation.merchantId], {
    operationId: operation.id,
  });
  if (stored?.state === 'sending') return 'claimed';
  if (stored?.state === 'cancelled') {
    return stored.cancelReason === 'external-change' ? 'external-change' : 'lost';
  }
  return null;
}
