import { TRPCError } from '@trpc/server';
import { listConnections } from '../connections/find-connection.ts';
import type { GatewayConnection } from '../connections/gateway-connection.ts';
import type { Deps } from '../deps.ts';
import type { Membership } from '../sessions/person.ts';
import type { Scope } from './report-store.ts';

/**
 * Whose figures are asked for, of those a person may report on, and their connections.
 * @throws TRPCError NOT_FOUND for a foreign merchant or connection, just as for none.
 */
export async function scopeOf(
  deps: Deps,
  memberships: readonly Membership[],
  wish: { readonly merchantId?: number | undefined; readonly connection?: string | undefined },
): Promise<Scope & { readonly connections: readonly GatewayConnection[] }> {
  const merchantIds = memberships
    .map(({ merchantId }) => merchantId)
    .filter((id) => wish.merchantId === undefined || wish.merchantId === id);
  if (merchantIds.length === 0) throw new TRPCError({ code: 'NOT_FOUND' });
  const connections = await listConnections(deps, deps.database.read, merchantIds);
  if (wish.connection === undefined) return { merchantIds, connectionId: null, connections };
  const chosen = connections.find(({ slug }) => slug === wish.connection);
  if (chosen === undefined) throw new TRPCError({ code: 'NOT_FOUND' });
  return { merchantIds, connectionId: chosen.id, connections: [chosen] };
}
