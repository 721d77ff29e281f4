import { randomUUIDv7 } from 'node:crypto';
import { recordAudit } from '../audit/record-audit.ts';
import type { Deps } from '../deps.ts';
import { inTransaction } from '../storage/database.ts';
import { insertKey, type ShopKey } from './key-store.ts';
import { type Asking, ownConnection } from './own-connection.ts';
import type { MakeKeyInput } from './shop-api-input.ts';
import { hashToken, makeToken } from './shop-key.ts';

/** A key that was made; `token` is known to nobody else from now on. */
export type MadeKey = { readonly key: ShopKey; readonly token: string };

/**
 * Makes a key for the shop of a connection. Its token is shown once and kept nowhere: an answer that
 * is lost leaves a key that nobody can use.
 * @throws TRPCError NOT_FOUND
 */
export async function makeKey(
  deps: Deps,
  asking: Asking,
  { connectionId, name, rights }: MakeKeyInput,
): Promise<MadeKey> {
  const { merchantId } = await ownConnection(deps, asking, connectionId);
  const createdBy = asking.person.id;
  const now = deps.clock.now();
  const made = newKey({ merchantId, connectionId, name, rights, createdBy, replaces: null }, now);
  await inTransaction(deps.database.read, async (sql) => {
    await insertKey(sql, made.key);
    await recordAudit(sql, {
      merchantId,
      at: now,
      actorId: createdBy,
      action: 'shop-key-made',
      subject: `connection:${connectionId}`,
      details: { key: made.key.prefix, name, rights },
    });
  });
  return made;
}

/** A key that is stored nowhere yet. */
export function newKey(
  given: Pick<
    ShopKey,
    'merchantId' | 'connectionId' | 'name' | 'rights' | 'replaces' | 'createdBy'
  >,
  now: number,
): MadeKey {
  const { prefix, token } = makeToken();
  const unused = { expiresAt: null, revokedAt: null, lastUsedAt: null };
  const id = randomUUIDv7();
  const key = { ...given, ...unused, id, prefix, hash: hashToken(token), createdAt: now };
  return { key, token };
}
