import type { z } from 'zod';
import { listConnections } from '../connections/find-connection.ts';
import type { Deps } from '../deps.ts';
import type { Asking } from './create-link.ts';
import { selectLastConnection } from './link-store.ts';
import type { linkConnectionView } from './link-view.ts';

/** The connections a link can be made for, ordered by label, and the one this person last made one for. */
export async function listLinkConnections(
  deps: Pick<Deps, 'database' | 'secrets'>,
  { person, memberships }: Pick<Asking, 'person' | 'memberships'>,
): Promise<{ readonly rows: z.infer<typeof linkConnectionView>[]; readonly last: string | null }> {
  const merchantIds = memberships.map(({ merchantId }) => merchantId);
  const connections = await listConnections(deps, deps.database.read, merchantIds);
  return {
    last: await selectLastConnection(deps.database.read, merchantIds, person.id),
    rows: connections.map(
      ({ slug, label, merchantId, mode, captureParameter, minimum, linkPage }) => ({
        slug,
        label,
        merchantId,
        mode,
        captureParameter,
        minimum,
        linkPage,
      }),
    ),
  };
}
