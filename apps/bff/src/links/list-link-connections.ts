import type { z } from 'zod';
import { listConnections } from '../connections/find-connection.ts';
import type { Deps } from '../deps.ts';
import type { Membership } from '../sessions/person.ts';
import type { linkConnectionView } from './link-view.ts';

/** The connections a link can be made for, ordered by label. */
export async function listLinkConnections(
  deps: Pick<Deps, 'database' | 'secrets'>,
  memberships: readonly Membership[],
): Promise<{ readonly rows: z.infer<typeof linkConnectionView>[] }> {
  const merchantIds = memberships.map(({ merchantId }) => merchantId);
  const connections = await listConnections(deps, deps.database.read, merchantIds);
  return {
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
