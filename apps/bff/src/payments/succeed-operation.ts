import { recordAudit } from '../audit/record-audit.ts';
import type { GatewayConnection } from '../connections/gateway-connection.ts';
import type { Sql } from '../storage/database.ts';
import type { Operation } from './operation.ts';
import { executedEvent } from './operation-event.ts';
import { endOperation } from './operation-state-store.ts';
import { countCaptures } from './operation-store.ts';
import type { Payment } from './payment.ts';
import { recordEvents } from './record-events.ts';

type Answer = {
  readonly status: string | null;
  readonly code: string | null;
  readonly description: string | null;
  readonly xid: string | null;
};

/** Ends a sent operation as executed, under the lock of its payment; once, however often it is told. */
export async function succeedUnderLock(
  sql: Sql,
  connection: GatewayConnection,
  { payment, operation }: { readonly payment: Payment; readonly operation: Operation },
  answer: Answer,
  now: number,
): Promise<void> {
  const from = ['sending', 'unknown'] as const;
  const change = { state: 'succeeded', at: now, ...answer } as const;
  if (!(await endOperation(sql, operation, from, change))) return;
  await recordEvents(sql, connection, payment, [executedEvent(operation, now, answer)], now);
  await proposeSeveralCaptures(sql, connection, operation, now);
}

/** A second capture that worked tells the admin what the contract permits. */
async function proposeSeveralCaptures(
  sql: Sql,
  connection: GatewayConnection,
  { kind, merchantId, paymentId, id }: Operation,
  at: number,
): Promise<void> {
  if (kind !== 'capture' || connection.severalCaptures !== 'unconfirmed') return;
  if ((await countCaptures(sql, { merchantId, id: paymentId })) < 2) return;
  await recordAudit(sql, {
    merchantId,
    at,
    actorId: null,
    action: 'several-captures-proposed',
    subject: `connection:${connection.id}`,
    details: { paymentId, operationId: id, proposed: 'yes' },
  });
}
