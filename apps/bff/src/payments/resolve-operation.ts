import type { GatewayConnection } from '../connections/gateway-connection.ts';
import type { Deps } from '../deps.ts';
import { inquireGateway } from '../gateway/inquire-gateway.ts';
import { inTransaction, type Sql } from '../storage/database.ts';
import { judgeInquiry, type Look } from './judge-inquiry.ts';
import { markChecked } from './learn-payment-store.ts';
import { lockPaymentOf } from './lock-payment-store.ts';
import type { Operation, OperationRef } from './operation.ts';
import { operationEvent } from './operation-event.ts';
import { appendEvidence, endOperation, markReview } from './operation-state-store.ts';
import { readOperation } from './operation-store.ts';
import type { Payment } from './payment.ts';
import { recordEvents } from './record-events.ts';
import { succeedUnderLock } from './succeed-operation.ts';

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
  await concludeLook(deps, connection, ref, { inquiry, askedAt });
  return inquiry.kind === 'amounts';
}

/** Books what a look at the gateway proves, under the lock of the payment; once ended, it stays ended. */
export async function concludeLook(
  deps: Deps,
  connection: GatewayConnection,
  ref: OperationRef,
  look: Look,
): Promise<void> {
  await inTransaction(deps.database.money, async (sql) => {
    const payment = await lockPaymentOf(sql, ref);
    const operation = await readOperation(sql, ref);
    if (!['sending', 'unknown'].includes(operation.state)) return;
    await conclude(deps, sql, connection, { payment, operation }, look);
  });
}

async function conclude(
  deps: Deps,
  sql: Sql,
  connection: GatewayConnection,
  { payment, operation }: Locked,
  look: Look,
): Promise<void> {
  const now = deps.clock.now();
  const { evidence, entry, dueAt } = judgeInquiry(deps, connection, operation, look);
  if (evidence !== 'unreachable') await markChecked(sql, payment, now);
  await appendEvidence(sql, operation, entry, dueAt);

  switch (evidence) {
    case 'unreachable':
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
