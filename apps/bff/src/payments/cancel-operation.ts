import type { GatewayConnection } from '../connections/gateway-connection.ts';
import type { Deps } from '../deps.ts';
import { inTransaction, type Sql } from '../storage/database.ts';
import type { NewEvent } from './event-store.ts';
import { lockPaymentOf } from './lock-payment-store.ts';
import type { Operation, OperationRef } from './operation.ts';
import { operationEvent } from './operation-event.ts';
import { endOperation } from './operation-state-store.ts';
import { readOperation } from './operation-store.ts';
import type { Payment } from './payment.ts';
import { recordEvents } from './record-events.ts';

export type CancelReason = 'not-sent' | 'gateway-unreachable' | 'external-change';

/** Ends an operation of which nothing was sent. One that is no longer `requested` stays as it is. */
export async function cancelOperation(
  deps: Deps,
  connection: GatewayConnection,
  ref: OperationRef,
  reason: CancelReason,
): Promise<void> {
  await inTransaction(deps.database.money, async (sql) => {
    const payment = await lockPaymentOf(sql, ref);
    const operation = await readOperation(sql, ref);
    await cancelUnderLock(sql, connection, { payment, operation }, reason, deps.clock.now());
  });
}

/** The same inside a transaction that holds the payment's lock, together with what was found out. */
export async function cancelUnderLock(
  sql: Sql,
  connection: GatewayConnection,
  { payment, operation }: { readonly payment: Payment; readonly operation: Operation },
  reason: CancelReason,
  now: number,
  found: readonly NewEvent[] = [],
): Promise<void> {
  const change = { state: 'cancelled', at: now, cancelReason: reason } as const;
  const ended = await endOperation(sql, operation, ['requested'], change);
  const cancelled = operationEvent('operation-cancelled', operation, now, { description: reason });
  if (!ended && found.length === 0) return;
  await recordEvents(sql, connection, payment, ended ? [...found, cancelled] : found, now);
}
