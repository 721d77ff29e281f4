import { TRPCError } from '@trpc/server';
import { recordAudit } from '../audit/record-audit.ts';
import type { Deps } from '../deps.ts';
import { inTransaction } from '../storage/database.ts';
import { lockKey, markRevoked } from './key-store.ts';
import type { Asking } from './own-connection.ts';

/**
 * Ends a key at once; what was created with it stays. Twice is the same as once.
 * @throws TRPCError NOT_FOUND
 */
export async function revokeKey(
  { clock, database }: Pick<Deps, 'clock' | 'database'>,
  { person, memberships }: Asking,
  keyId: string,
): Promise<void> {
  const merchantIds = memberships.map(({ merchantId }) => merchantId);
  await inTransaction(database.read, async (sql) => {
    const key = await lockKey(sql, merchantIds, keyId);
    if (key === null) throw new TRPCError({ code: 'NOT_FOUND', message: 'no-such-key' });
    const now = clock.now();
    if (!(await markRevoked(sql, key, now))) return;
    await recordAudit(sql, {
      merchantId: key.merchantId,
      at: now,
      actorId: person.id,
      action: 'shop-key-revoked',
      subject: `connection:${key.connectionId}`,
      details: { key: key.prefix, name: key.name },
    });
  });
}
