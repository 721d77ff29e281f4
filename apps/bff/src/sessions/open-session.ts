import { recordAudit } from '../audit/record-audit.ts';
import type { Deps } from '../deps.ts';
import { inTransaction } from '../storage/database.ts';
import { selectMerchantIds } from './account-store.ts';
import { hashToken, makeToken } from './one-time-token.ts';
import { sessionLimits } from './session-limits.ts';
import { deleteEndedSessions, deleteSession, insertSession } from './session-store.ts';

/**
 * Starts a session for a person who has proved who they are and answers its token, which exists
 * nowhere else. A session the browser had before ends, so that nobody can hand one over.
 */
export async function openSession(
  { clock, database }: Pick<Deps, 'clock' | 'database'>,
  userId: string,
  previousToken: string | null,
): Promise<string> {
  const wall = clock.wall();
  const now = new Date(wall);
  const { token, hash } = makeToken();
  await inTransaction(database.read, async (sql) => {
    if (previousToken !== null) await deleteSession(sql, hashToken(previousToken));
    await deleteEndedSessions(sql, now);
    const expiresAt = new Date(wall + sessionLimits.absoluteMs);
    await insertSession(sql, { hash, userId, now, expiresAt });
    for (const merchantId of await selectMerchantIds(sql, userId)) {
      await recordAudit(sql, {
        merchantId,
        at: clock.now(),
        actorId: userId,
        action: 'signed-in',
        subject: `user:${userId}`,
        details: {},
      });
    }
  });
  return token;
}
