import { findConnection } from '../connections/find-connection.ts';
import type { Deps } from '../deps.ts';
import { hurryAttempts } from './attempt-store.ts';
import { markOpened, tellLink } from './link-mark-store.ts';
import type { ShownLink } from './link-page.ts';
import { selectLinkByToken } from './link-store.ts';
import { isPayable } from './start-attempt.ts';

/** How often a waiting customer makes us ask the gateway, at most. */
const ASK_EVERY_MS = 4_000;

/**
 * The link behind an address, as its customer may see it now; null when there is none. Counts the
 * visit, and while somebody waits for the gateway's word has it asked for.
 */
export async function openLink(deps: Deps, token: string): Promise<ShownLink | null> {
  const sql = deps.database.read;
  const now = deps.clock.now();
  const link = await selectLinkByToken(sql, token, now);
  if (link === null) return null;
  const connection = await findConnection(deps, sql, { id: link.connectionId });
  if (connection === null) throw new Error(`link ${link.id} has no connection`);
  if (isPayable(link)) await markOpened(sql, link, now);
  if (link.busySince !== null) {
    await hurryAttempts(sql, link, { now, notSince: now - ASK_EVERY_MS });
    await tellLink(sql, link);
  }
  return { ...link, gateway: new URL(connection.baseUrl).origin };
}
