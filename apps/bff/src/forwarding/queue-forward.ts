import type { CallbackKind } from 'paygate-core/notification';
import type { GatewayConnection } from '../connections/gateway-connection.ts';
import type { Sql } from '../storage/database.ts';
import { insertForward } from './forward-store.ts';

/**
 * Books a stored callback to be passed on to the shop, where its connection names an address. Pass the
 * `sql` of the transaction that stores it: the shop gets what we have acknowledged, and nothing else.
 * Browser returns are not passed on: to a shop that only reads notifications they would be replays.
 */
export async function queueForward(
  sql: Sql,
  { id: connectionId, merchantId, forwardTo }: GatewayConnection,
  { id: callbackId, kind }: { readonly id: string; readonly kind: CallbackKind },
  now: number,
): Promise<void> {
  if (kind !== 'notify' || forwardTo === null) return;
  await insertForward(sql, { merchantId, callbackId, connectionId }, now);
}
