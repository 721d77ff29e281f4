import { TRPCError } from '@trpc/server';
import { recordAudit } from '../audit/record-audit.ts';
import type { Deps } from '../deps.ts';
import { inTransaction } from '../storage/database.ts';
import { fieldError } from '../trpc.ts';
import { insertKey, lockKey, markExpiring } from './key-store.ts';
import { type MadeKey, newKey } from './make-key.ts';
import type { Asking } from './own-connection.ts';
import type { RotateKeyInput } from './shop-api-input.ts';

const HOUR_MS = 3_600_000;

/**
 * Makes a key in the place of another, with the same name and rights. Both are valid until the old
 * one's time is over, so that the shop can change without missing a payment.
 * @throws TRPCError NOT_FOUND; field `keyId` for a key that was replaced before, or has ended.
 */
export async function rotateKey(
  { clock, database }: Pick<Deps, 'clock' | 'database'>,
  { person, memberships }: Asking,
  { keyId, keepHours }: RotateKeyInput,
): Promise<MadeKey> {
  const merchantIds = memberships.map(({ merchantId }) => merchantId);
  return inTransaction(database.read, async (sql) => {
    const old = await lockKey(sql, merchantIds, keyId);
    if (old === null) throw new TRPCError({ code: 'NOT_FOUND', message: 'no-such-key' });
    const now = clock.now();
    if (old.revokedAt !== null) throw fieldError('keyId', 'ended');
    if (old.expiresAt !== null) throw fieldError('keyId', 'replaced');
    const { merchantId, connectionId, name, rights } = old;
    const replaces = { merchantId, connectionId, name, rights, replaces: old.id };
    const made = newKey({ ...replaces, createdBy: person.id }, now);
    if (!(await insertKey(sql, made.key))) throw fieldError('keyId', 'replaced');
    const expiresAt = now + keepHours * HOUR_MS;
    await markExpiring(sql, old, expiresAt);
    await recordAudit(sql, {
      merchantId,
      at: now,
      actorId: person.id,
      action: 'shop-key-rotated',
      subject: `connection:${connectionId}`,
      details: { key: made.key.prefix, replaces: old.prefix, replacedUntil: expiresAt, name },
    });
    return made;
  });
}
