import type { GatewayConnection } from '../connections/gateway-connection.ts';
import type { Sql } from '../storage/database.ts';
import type { Call } from './exchange.ts';
import { insertCalls, type StoredCall } from './gateway-call-store.ts';

/** Keeps the trace of one call to the gateway, redacted; pass the `sql` of the outcome's transaction. */
export async function recordCall(
  sql: Sql,
  connection: Pick<GatewayConnection, 'id' | 'merchantId'>,
  call: Call & { readonly paymentId: string | null; readonly operationId: string | null },
): Promise<void> {
  const { id: connectionId, merchantId } = connection;
  await insertCalls(sql, [{ ...call, merchantId, connectionId }]);
}

export type { StoredCall };

/** Keeps the traces of many calls at once. */
export async function recordCalls(sql: Sql, calls: readonly StoredCall[]): Promise<void> {
  if (calls.length > 0) await insertCalls(sql, calls);
}
