import type { Secrets } from '../secrets.ts';
import { makeToken } from '../sessions/one-time-token.ts';
import { makeTotpSeed, totpPurpose } from '../sessions/second-factor.ts';

const INVITE_LASTS_MS = 24 * 3_600_000;

/** What is stored of an invitation, and the token of its link, which exists nowhere else. */
export type NewInvite = {
  readonly token: string;
  readonly inviteHash: Buffer;
  readonly inviteExpiresAt: Date;
  /** Sealed. */
  readonly totpSecret: Buffer;
};

/** An invitation for one person, good for 24 hours from `wall` (wall time, ms), with a new second factor. */
export function makeInvite(secrets: Secrets, userId: string, wall: number): NewInvite {
  const { token, hash } = makeToken();
  return {
    token,
    inviteHash: hash,
    inviteExpiresAt: new Date(wall + INVITE_LASTS_MS),
    totpSecret: secrets.seal(totpPurpose(userId), makeTotpSeed()),
  };
}
