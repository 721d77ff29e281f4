import { recordAudit } from '../audit/record-audit.ts';
import type { Deps } from '../deps.ts';
import { changePeople, findManaged, noSuchPerson, refuseLocked } from './change-people.ts';
import { limitsFor } from './limits-for.ts';
import { selectPeople, updateMembership } from './people-store.ts';
import type { UpdatePersonInput } from './person-input.ts';
import { type PersonView, toPersonView } from './person-view.ts';

/** Gives a person another role or other limits at a merchant, from their next request on. */
export async function updatePerson(
  deps: Deps,
  actorId: string,
  input: UpdatePersonInput,
): Promise<PersonView> {
  const { merchantId, role, userId } = input;
  const after = { role, ...limitsFor(role, input) };
  return changePeople(deps, actorId, async (sql, managed) => {
    if (!managed.includes(merchantId)) throw noSuchPerson();
    refuseLocked(await findManaged(sql, [merchantId], userId), actorId);
    const people = await selectPeople(sql, [merchantId]);
    const before = people.find((person) => person.userId === userId);
    if (before === undefined) throw noSuchPerson();
    await updateMembership(sql, { merchantId, userId, ...after });
    await recordAudit(sql, {
      merchantId,
      at: deps.clock.now(),
      actorId,
      action: 'person-changed',
      subject: `user:${userId}`,
      details: differences(before, after),
    });
    return toPersonView({ ...before, ...after }, { wall: deps.clock.wall(), locked: null });
  });
}

type Place = Pick<PersonView, 'role' | 'refundLimit' | 'refundDailyLimit'>;

/** Old and new value of what changed. */
function differences(before: Place, after: Place): Record<string, unknown> {
  const changed: Record<string, unknown> = {};
  for (const key of ['role', 'refundLimit', 'refundDailyLimit'] as const) {
    if (before[key] !== after[key]) changed[key] = { from: before[key], to: after[key] };
  }
  return changed;
}
