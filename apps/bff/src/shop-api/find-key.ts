import type { Deps } from '../deps.ts';
import { markUsed, type ShopKey, selectKeyByPrefix } from './key-store.ts';
import { isToken, prefixOf } from './shop-key.ts';
import { ShopProblem } from './shop-problem.ts';

/**
 * The key that a request shows in its header Authorization. Whether it was replaced or revoked learns
 * only who has all of it.
 * @throws ShopProblem `key-missing`, `key-unknown`, `key-revoked`, `key-expired`.
 */
export async function findKey(
  { clock, database }: Pick<Deps, 'clock' | 'database'>,
  authorization: string | undefined,
): Promise<ShopKey> {
  const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) throw new ShopProblem('key-missing');
  const prefix = prefixOf(token);
  const key = prefix === null ? null : await selectKeyByPrefix(database.read, prefix);
  if (key === null || !isToken(token, key.hash)) throw new ShopProblem('key-unknown');
  const now = clock.now();
  if (key.revokedAt !== null) throw new ShopProblem('key-revoked');
  if (key.expiresAt !== null && key.expiresAt <= now) throw new ShopProblem('key-expired');
  await markUsed(database.read, key, now);
  return key;
}
