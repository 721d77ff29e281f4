import type { z } from 'zod';
import { listConnectionNames } from '../connections/list-connection-names.ts';
import type { Deps } from '../deps.ts';
import type { Membership } from '../sessions/person.ts';
import { selectMappings } from './mapping-store.ts';
import type { mappingView } from './reconciliation-view.ts';

/** The ways of reading that were saved, and the connections a statement can be about. */
export async function listMappings(
  { database }: Pick<Deps, 'database'>,
  memberships: readonly Membership[],
): Promise<{
  readonly rows: z.infer<typeof mappingView>[];
  readonly connections: { slug: string; label: string; merchantId: number }[];
}> {
  const merchantIds = memberships.map(({ merchantId }) => merchantId);
  const [rows, connections] = await Promise.all([
    selectMappings(database.read, merchantIds),
    listConnectionNames(database.read, merchantIds),
  ]);
  return { rows: [...rows], connections };
}
