import { listConnectionNames } from '../connections/list-connection-names.ts';
import type { Deps } from '../deps.ts';
import type { Membership } from '../sessions/person.ts';

/** The connections a list can be about, ordered by label. */
export async function listImportConnections(
  { database }: Pick<Deps, 'database'>,
  memberships: readonly Membership[],
) {
  const merchantIds = memberships.map(({ merchantId }) => merchantId);
  return { rows: await listConnectionNames(database.read, merchantIds) };
}
