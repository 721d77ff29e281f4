import { findConnection } from '../connections/find-connection.ts';
import type { GatewayConnection } from '../connections/gateway-connection.ts';
import type { Deps } from '../deps.ts';
import { readOperations } from './due-operation-store.ts';
import type { Operation, OperationRef } from './operation.ts';
import type { Payment } from './payment.ts';
import { readPayments } from './payment-store.ts';

/** All that is needed to look after an operation that is due. */
export type DueOperation = {
  readonly operation: Operation;
  readonly payment: Payment;
  readonly connection: GatewayConnection;
};

/** Reads claimed operations with their payments and connections, in a few statements for all of them. */
export async function openDueOperations(
  deps: Deps,
  refs: readonly OperationRef[],
): Promise<readonly DueOperation[]> {
  const sql = deps.database.money;
  const operations = await readOperations(sql, refs);
  const payments = new Map<string, Payment>();
  for (const payment of await readPayments(sql, refs)) payments.set(payment.id, payment);
  const connections = new Map<string, GatewayConnection | null>();
  for (const { connectionId } of payments.values()) {
    if (connections.has(connectionId)) continue;
    connections.set(connectionId, await findConnection(deps, sql, { id: connectionId }));
  }
  return operations.flatMap((operation) => {
    const payment = payments.get(operation.paymentId);
    const connection = payment && connections.get(payment.connectionId);
    return payment && connection ? [{ operation, payment, connection }] : [];
  });
}
