import { parseCode } from 'paygate-core/response-code';
import { nextResolveAt, quietUntil, remainingOf } from 'paygate-payments';
import type { GatewayConnection } from '../connections/gateway-connection.ts';
import type { Deps } from '../deps.ts';
import type { Sent } from '../gateway/gateway-client.ts';
import type { SendOutcome } from '../gateway/gateway-outcome.ts';
import { recordCall } from '../gateway/record-call.ts';
import { inTransaction, type Sql } from '../storage/database.ts';
import type { NewEvent } from './event-store.ts';
import { lockPaymentOf } from './lock-payment-store.ts';
import type { Operation, OperationRef } from './operation.ts';
import { operationEvent } from './operation-event.ts';
import { endOperation, markUnknown } from './operation-state-store.ts';
import { readOperation } from './operation-store.ts';
import type { Payment } from './payment.ts';
import { recordEvents } from './record-events.ts';
import { disbelieveOldXid, recordStrangeAnswer } from './strange-answer.ts';
import { succeedUnderLock } from './succeed-operation.ts';

/**
 * Books what the gateway answered to a send. A definite answer ends the operation; anything else
 * makes it unknown and sets when to ask. One that the resolver has ended meanwhile stays ended.
 * When this fails the row stays `sending`, and the resolver finds out.
 */
export async function recordOutcome(
  deps: Deps,
  connection: GatewayConnection,
  ref: OperationRef,
  { outcome, call }: Sent,
): Promise<void> {
  await inTransaction(deps.database.money, async (sql) => {
    const payment = await lockPaymentOf(sql, ref);
    await recordCall(sql, connection, { ...call, paymentId: payment.id, operationId: ref.id });
    const operation = await readOperation(sql, ref);
    if (operation.state !== 'sending') return;
    const believed = await disbelieveOldXid(sql, operation, outcome);
    await book(deps, sql, connection, { payment, operation }, believed);
    await recordStrangeAnswer(sql, operation, believed, deps.clock.now());
  });
}

type Locked = { readonly payment: Payment; readonly operation: Operation };

async function book(
  deps: Deps,
  sql: Sql,
  connection: GatewayConnection,
  { payment, operation }: Locked,
  outcome: SendOutcome,
): Promise<void> {
  const now = deps.clock.now();
  switch (outcome.kind) {
    case 'success':
      return succeedUnderLock(sql, connection, { payment, operation }, outcome, now);
    case 'decline': {
      await endOperation(sql, operation, ['sending'], { state: 'failed', at: now, ...outcome });
      const events = [
        operationEvent('operation-declined', operation, now, outcome),
        ...lapseAfter(payment, operation, outcome.code, now),
      ];
      await recordEvents(sql, connection, payment, events, now);
      return;
    }
    case 'unknown': {
      const dueAt = nextCheck(deps, operation, now);
      await markUnknown(sql, operation, { ...outcome, dueAt });
      const { code, xid, description } = outcome;
      const told = { code, xid, description: description ?? outcome.why };
      const unknown = operationEvent('operation-unknown', operation, now, told);
      await recordEvents(sql, connection, payment, [unknown], now);
    }
  }
}

/** A capture refused because the authorization ran out proves that the rest is gone. */
export function lapseAfter(
  payment: Pick<Payment, 'amounts'>,
  { kind }: Pick<Operation, 'kind'>,
  code: string,
  at: number,
): readonly NewEvent[] {
  const rest = remainingOf(payment.amounts);
  if (kind !== 'capture' || rest <= 0 || !parseCode(code).expired) return [];
  return [{ event: { fact: 'lapsed', type: 'lapsed', at, amount: rest }, source: { code } }];
}

/** When to ask next about an operation that was sent (ms UTC). */
export function nextCheck(
  deps: Pick<Deps, 'env'>,
  { kind, sentAt }: Pick<Operation, 'kind' | 'sentAt'>,
  now: number,
): number {
  const { quietPeriodMs: quietMs, creditQuietPeriodMs: creditQuietMs, resolveAtMs } = deps.env;
  const sent = sentAt ?? now;
  return nextResolveAt(sent, now, resolveAtMs, quietUntil(kind, sent, { quietMs, creditQuietMs }));
}
