import { createHash } from 'node:crypto';
import { recordAudit } from '../audit/record-audit.ts';
import type { Deps } from '../deps.ts';
import { inTransaction } from '../storage/database.ts';
import {
  type Account,
  claimTotpStep,
  insertFailure,
  selectAccount,
  selectFailures,
} from './account-store.ts';
import { createTurns } from './in-turn.ts';
import { openSession } from './open-session.ts';
import { verifyPassword } from './password.ts';
import { totpPurpose, totpStep } from './second-factor.ts';
import { throttleLimits } from './session-limits.ts';
import { waitAfter } from './throttle.ts';

export type SignInCommand = {
  readonly email: string;
  readonly password: string;
  /** The authenticator's six digits, where the person has one. */
  readonly code: string | null;
  /** The token of the session this one replaces. */
  readonly previousToken: string | null;
};

export type SignInOutcome =
  | { readonly outcome: 'signed-in'; readonly token: string }
  | { readonly outcome: 'code-needed' }
  | { readonly outcome: 'wrong-credentials' | 'wrong-code' }
  | { readonly outcome: 'throttled'; readonly waitMs: number };

const inTurn = createTurns();

/**
 * Checks a person's password and, where there is one, the second factor, and starts a session.
 * Only failures count against the account; an unknown account answers like a known one.
 */
export async function signIn(deps: Deps, command: SignInCommand): Promise<SignInOutcome> {
  const email = command.email.trim().toLowerCase();
  // Whatever was typed into the field, perhaps a password, is not kept in clear.
  const account = createHash('sha256').update(email).digest('hex');
  return inTurn(account, () => attempt(deps, { ...command, email }, account));
}

async function attempt(
  deps: Deps,
  command: SignInCommand,
  account: string,
): Promise<SignInOutcome> {
  const { database, env } = deps;
  const wall = deps.clock.wall();
  const windowStart = new Date(wall - throttleLimits.windowMs);
  const failures = await selectFailures(
    database.read,
    account,
    windowStart,
    throttleLimits.failures,
  );
  const waitMs = waitAfter(failures.map(Number), wall, env.demo);
  if (waitMs > 0) return { outcome: 'throttled', waitMs };

  const found = await findAccount(deps, command.email);
  const passwordFits = await verifyPassword(command.password, found?.passwordHash ?? null);
  if (found === null || !passwordFits) return fail(deps, found, account, 'wrong-credentials');
  if (found.totpSecret !== null) {
    if (command.code === null) return { outcome: 'code-needed' };
    if (!(await useCode(deps, found, command.code)))
      return fail(deps, found, account, 'wrong-code');
  }
  return { outcome: 'signed-in', token: await openSession(deps, found.id, command.previousToken) };
}

/** Outside demo its accounts, whose password everybody knows, do not exist. */
async function findAccount({ database, env }: Deps, email: string): Promise<Account | null> {
  const account = await selectAccount(database.read, email);
  return account !== null && (env.demo || !account.demo) ? account : null;
}

async function useCode(
  { clock, database, secrets }: Deps,
  { id, totpSecret }: Account,
  code: string,
): Promise<boolean> {
  if (totpSecret === null) return false;
  const step = totpStep(secrets.open(totpPurpose(id), totpSecret), code, clock.wall());
  return step !== null && (await claimTotpStep(database.read, id, step));
}

async function fail(
  { clock, database, log }: Deps,
  found: Account | null,
  account: string,
  outcome: 'wrong-credentials' | 'wrong-code',
): Promise<SignInOutcome> {
  const wall = clock.wall();
  log.warn({ account: account.slice(0, 12), known: found !== null }, 'sign-in failed');
  await inTransaction(database.read, async (sql) => {
    await insertFailure(sql, account, new Date(wall), new Date(wall - throttleLimits.windowMs));
    for (const merchantId of found?.merchantIds ?? []) {
      const subject = `user:${found?.id}`;
      const action = 'sign-in-failed';
      await recordAudit(sql, {
        merchantId,
        at: clock.now(),
        actorId: null,
        action,
        subject,
        details: {},
      });
    }
  });
  return { outcome };
}
