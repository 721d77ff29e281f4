import { TRPCError } from '@trpc/server';
import { findConnection } from '../connections/find-connection.ts';
import type { GatewayConnection } from '../connections/gateway-connection.ts';
import type { Deps } from '../deps.ts';
import type { Membership } from '../sessions/person.ts';
import { fieldError } from '../trpc.ts';
import type { LinkStanding } from './link.ts';
import { selectLink } from './link-store.ts';

/** @throws TRPCError with the field `connection`, for another merchant's just as for none. */
export async function ownConnection(
  deps: Deps,
  memberships: readonly Membership[],
  slug: string,
): Promise<GatewayConnection> {
  const connection = await findConnection(deps, deps.database.read, { slug });
  const own = memberships.some(({ merchantId }) => merchantId === connection?.merchantId);
  if (connection === null || !own) throw fieldError('connection', 'no-such-connection');
  return connection;
}

/** @throws TRPCError NOT_FOUND, for another merchant's link just as for none. */
export async function ownLink(
  { clock, database }: Pick<Deps, 'clock' | 'database'>,
  memberships: readonly Membership[],
  linkId: string,
): Promise<LinkStanding> {
  const merchantIds = memberships.map(({ merchantId }) => merchantId);
  const link = await selectLink(database.read, merchantIds, linkId, clock.now());
  if (link === null) throw new TRPCError({ code: 'NOT_FOUND', message: 'no-such-link' });
  return link;
}
