import { allRoles, rightsOf } from 'paygate-payments';
import type { Deps } from '../deps.ts';
import type { Membership } from '../sessions/person.ts';
import { lockOf } from './change-people.ts';
import { selectPeople } from './people-store.ts';
import { type PeopleView, toPersonView } from './person-view.ts';

/** Everybody at these merchants, and what the roles bring. */
export async function listPeople(
  { clock, database }: Deps,
  actorId: string,
  memberships: readonly Membership[],
): Promise<PeopleView> {
  const merchantIds = memberships.map(({ merchantId }) => merchantId);
  const people = await selectPeople(database.read, merchantIds);
  const wall = clock.wall();
  return {
    rows: people.map((person) =>
      toPersonView(person, { wall, locked: lockOf({ ...person, id: person.userId }, actorId) }),
    ),
    roles: allRoles.map((role) => ({ role, rights: [...rightsOf(role)] })),
  };
}
