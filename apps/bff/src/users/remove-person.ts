import { recordAudit } from '../audit/record-audit.ts';
import type { Deps } from '../deps.ts';
import { endSessions } from '../sessions/end-sessions.ts';
import { changePeople, findManaged, noSuchPerson, refuseLocked } from './change-people.ts';
import { deleteMembership, replaceSignIn } from './people-store.ts';
import type { RemovePersonInput } from './person-input.ts';

/**
 * Takes a person from a merchant and signs them out everywhere. Who belongs to no merchant any more
 * cannot sign in again, nor with a link that is still under way; their name stays in the history.
 */
export async function removePerson(
  deps: Deps,
  actorId: string,
  { merchantId, userId }: RemovePersonInput,
): Promise<void> {
  await changePeople(deps, actorId, async (sql, managed) => {
    if (!managed.includes(merchantId)) throw noSuchPerson();
    const person = await findManaged(sql, [merchantId], userId);
    refuseLocked(person, actorId);
    await deleteMembership(sql, merchantId, userId);
    if (person.merchantIds.length === 1) await replaceSignIn(sql, userId, null);
    await endSessions(sql, userId);
    await recordAudit(sql, {
      merchantId,
      at: deps.clock.now(),
      actorId,
      action: 'person-removed',
      subject: `user:${userId}`,
      details: {},
    });
  });
}
