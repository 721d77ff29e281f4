import type { z } from 'zod';
import type { Deps } from '../deps.ts';
import { selectLastConnection } from './batch-file-store.ts';
import { listBatchConnections, toSettingsView } from './batch-settings.ts';
import type { settingsView } from './batch-view.ts';
import type { Asking } from './wish-rules.ts';

/** The connections a file can be made for, and the one of the file that this person made last. */
export async function listWishConnections(
  deps: Deps,
  { person, memberships }: Asking,
): Promise<{ readonly rows: z.infer<typeof settingsView>[]; readonly last: string | null }> {
  const merchantIds = memberships.map(({ merchantId }) => merchantId);
  const sql = deps.database.read;
  const found = await listBatchConnections(deps, sql, merchantIds);
  const last = await selectLastConnection(sql, merchantIds, person.id);
  return { rows: found.map(toSettingsView), last };
}
