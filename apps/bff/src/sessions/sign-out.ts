import { recordAudit } from '../audit/record-audit.ts';
import type { Deps } from '../deps.ts';
import { inTransaction } from '../storage/database.ts';
import { selectMerchantIds } from './account-store.ts';
import { hashToken } from './one-time-token.ts';
import { deleteSession } from './session-store.ts';

/** Ends the session of this token, wherever it is open. Ending it twice is harmless. */
export async function signOut({ clock, database }: Deps, token: string | null): Promise<void> {
  if (token === null) return;
  await inTransaction(database.read, async (sql) => {
    const userId = await deleteSession(sql, hashToken(token));
    if (userId === null) return;
    for (const merchantId of await selectMerchantIds(sql, userId)) {
      await recordAudit(sql, {
        merchantId,
        at: clock.now(),
        actorId: userId,
        action: 'signed-out',
        subject: `user:${userId}`,
        details: {},
      });
    }
  });
}
