import type { Deps } from '../deps.ts';
import type { Membership } from '../sessions/person.ts';
import type { ConnectionRow } from './connection-row.ts';
import { selectConnection, selectConnections } from './connection-store.ts';

/** One connection of these merchants; null for any other, as if it did not exist. */
export async function findOwnConnection(
  { database }: Deps,
  memberships: readonly Membership[],
  id: string,
): Promise<ConnectionRow | null> {
  const row = await selectConnection(database.read, { id });
  return row !== null && belongs(memberships, row.merchantId) ? row : null;
}

/** Every connection of these merchants. */
export async function listOwnConnections(
  { database }: Deps,
  memberships: readonly Membership[],
): Promise<ConnectionRow[]> {
  const merchantIds = memberships.map(({ merchantId }) => merchantId);
  return selectConnections(database.read, merchantIds);
}

/** Whether a merchant is among these memberships. */
export function belongs(memberships: readonly Membership[], merchantId: number): boolean {
  return memberships.some((membership) => membership.merchantId === merchantId);
}
