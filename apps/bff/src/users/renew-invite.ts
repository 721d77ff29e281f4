import { recordAudit } from '../audit/record-audit.ts';
import type { Deps } from '../deps.ts';
import { endSessions } from '../sessions/end-sessions.ts';
import { fieldError } from '../trpc.ts';
import { changePeople, findManaged, refuseLocked } from './change-people.ts';
import type { Invitation } from './invite-person.ts';
import { makeInvite } from './make-invite.ts';
import { replaceSignIn } from './people-store.ts';

/**
 * Makes a new one-time link for a person whose link, password or second factor is lost: what they had
 * is cleared and they are signed out everywhere. Only for people all of whose merchants the actor
 * manages, because the link opens every one of them; else a field error `belongs-elsewhere`.
 */
export async function renewInvite(
  deps: Deps,
  actorId: string,
  { userId }: { readonly userId: string },
): Promise<Invitation> {
  const { clock, secrets } = deps;
  const invite = makeInvite(secrets, userId, clock.wall());
  return changePeople(deps, actorId, async (sql, managed) => {
    const person = await findManaged(sql, managed, userId);
    refuseLocked(person, actorId);
    if (!person.merchantIds.every((id) => managed.includes(id))) {
      throw fieldError('userId', 'belongs-elsewhere');
    }
    await replaceSignIn(sql, userId, invite);
    await endSessions(sql, userId);
    for (const merchantId of person.merchantIds) {
      await recordAudit(sql, {
        merchantId,
        at: clock.now(),
        actorId,
        action: 'invite-renewed',
        subject: `user:${userId}`,
        details: {},
      });
    }
    return { userId, invite };
  });
}
