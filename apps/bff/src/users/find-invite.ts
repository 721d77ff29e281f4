import type { Deps } from '../deps.ts';
import { hashToken } from '../sessions/one-time-token.ts';
import { totpPurpose, totpUri } from '../sessions/second-factor.ts';
import { selectInvite } from './user-store.ts';

export type InviteInfo = {
  readonly email: string;
  readonly name: string;
  /** For an authenticator app: as text, and as its QR code says it. */
  readonly totpSecret: string;
  readonly totpUri: string;
};

/** What an invited person needs to see before they choose a password; null when the link is not valid. */
export async function findInvite(
  { clock, database, env, secrets }: Deps,
  token: string,
): Promise<InviteInfo | null> {
  const invite = await selectInvite(database.read, hashToken(token), {
    now: new Date(clock.wall()),
    demo: env.demo,
  });
  if (invite === null) return null;
  const { id, email, name } = invite;
  const totpSecret = secrets.open(totpPurpose(id), invite.totpSecret);
  return { email, name, totpSecret, totpUri: totpUri(totpSecret, email) };
}
