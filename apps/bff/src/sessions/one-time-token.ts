import { createHash, randomBytes } from 'node:crypto';

/** A secret handed out once, of which only the hash is kept: session cookies and invitation links. */
export type OneTimeToken = { readonly token: string; readonly hash: Buffer };

/** 256 random bits. */
export function makeToken(): OneTimeToken {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashToken(token) };
}

/** Under which a token is found again. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
