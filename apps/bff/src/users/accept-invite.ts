import type { Deps } from '../deps.ts';
import { hashToken } from '../sessions/one-time-token.ts';
import { openSession } from '../sessions/open-session.ts';
import { hashPassword } from '../sessions/password.ts';
import { totpPurpose, totpStep } from '../sessions/second-factor.ts';
import { completeInvite, selectInvite } from './user-store.ts';

export type AcceptInviteCommand = {
  readonly token: string;
  readonly password: string;
  readonly code: string;
  readonly previousToken: string | null;
};

export type AcceptInviteOutcome =
  | { readonly outcome: 'accepted'; readonly token: string }
  | { readonly outcome: 'unknown' }
  | { readonly outcome: 'wrong-code' };

/** Sets an invited person's password once their authenticator has proved itself, and signs them in. */
export async function acceptInvite(
  deps: Deps,
  command: AcceptInviteCommand,
): Promise<AcceptInviteOutcome> {
  const { clock, database, env, secrets } = deps;
  const hash = hashToken(command.token);
  const invite = await selectInvite(database.read, hash, {
    now: new Date(clock.wall()),
    demo: env.demo,
  });
  if (invite === null) return { outcome: 'unknown' };
  const seed = secrets.open(totpPurpose(invite.id), invite.totpSecret);
  const step = totpStep(seed, command.code, clock.wall());
  if (step === null) return { outcome: 'wrong-code' };

  const passwordHash = await hashPassword(command.password);
  if (!(await completeInvite(database.read, hash, passwordHash, step))) {
    return { outcome: 'unknown' };
  }
  return { outcome: 'accepted', token: await openSession(deps, invite.id, command.previousToken) };
}
