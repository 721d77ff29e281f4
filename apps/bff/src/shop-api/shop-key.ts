import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** What a key may be used for. */
export const keyRights = ['create', 'read'] as const;
export type KeyRight = (typeof keyRights)[number];

const MARK = 'desk_';
const NAME_BYTES = 9;
const SECRET_BYTES = 32;
const SHAPE = /^desk_[A-Za-z0-9_-]{12}_[A-Za-z0-9_-]{43}$/;
const PREFIX_LENGTH = MARK.length + 12;

/** A new key: `prefix` may be shown for ever, `token` once. */
export function makeToken(): { readonly prefix: string; readonly token: string } {
  const prefix = `${MARK}${randomBytes(NAME_BYTES).toString('base64url')}`;
  return { prefix, token: `${prefix}_${randomBytes(SECRET_BYTES).toString('base64url')}` };
}

/** The part of a key that says which one it is; null for what is no key. */
export function prefixOf(token: string): string | null {
  return SHAPE.test(token) ? token.slice(0, PREFIX_LENGTH) : null;
}

/** What is stored of a key. 256 random bits need no slow hash: nobody guesses them. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Whether this is the key that was hashed, in a time that tells nothing. */
export function isToken(token: string, hash: Uint8Array): boolean {
  return timingSafeEqual(hashToken(token), hash);
}
