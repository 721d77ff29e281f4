import { TRPCError } from '@trpc/server';
import type { ConnectionRow } from '../connections/connection-row.ts';
import { findOwnConnection } from '../connections/own-connections.ts';
import type { Deps } from '../deps.ts';
import type { Membership, Person } from '../sessions/person.ts';

/** Who wants something, and where they may. */
export type Asking = { readonly person: Person; readonly memberships: readonly Membership[] };

/** @throws TRPCError NOT_FOUND, for another merchant's connection just as for none. */
export async function ownConnection(
  deps: Deps,
  { memberships }: Pick<Asking, 'memberships'>,
  id: string,
): Promise<ConnectionRow> {
  const row = await findOwnConnection(deps, memberships, id);
  if (row === null) throw new TRPCError({ code: 'NOT_FOUND', message: 'no-such-connection' });
  return row;
}
