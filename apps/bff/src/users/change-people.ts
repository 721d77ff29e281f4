import { TRPCError } from '@trpc/server';
import { allRoles, rightsOf } from 'paygate-payments';
import type { Deps } from '../deps.ts';
import { inTransaction, type Sql } from '../storage/database.ts';
import { fieldError } from '../trpc.ts';
import { demoAccounts } from './demo-accounts.ts';
import { type KnownUser, selectMerchantsWithRole, selectUser } from './people-store.ts';
import { lockUsers } from './user-store.ts';

const managing = allRoles.filter((role) => rightsOf(role).includes('users'));

/**
 * Runs a change of people, one at a time in the whole house; `managed` are the merchants whose people
 * the actor may manage at that very moment. As nobody changes their own account, whoever takes an
 * admin away is an admin who stays: a merchant never loses its last.
 */
export async function changePeople<Result>(
  { database }: Pick<Deps, 'database'>,
  actorId: string,
  change: (sql: Sql, managed: readonly number[]) => Promise<Result>,
): Promise<Result> {
  return inTransaction(database.read, async (sql) => {
    await lockUsers(sql);
    return change(sql, await selectMerchantsWithRole(sql, actorId, managing));
  });
}

/** A person who belongs to one of these merchants. Throws NOT_FOUND for anybody else. */
export async function findManaged(
  sql: Sql,
  merchantIds: readonly number[],
  userId: string,
): Promise<KnownUser> {
  const person = await selectUser(sql, { id: userId });
  if (!person?.merchantIds.some((id) => merchantIds.includes(id))) throw noSuchPerson();
  return person;
}

/** Why nobody may change this person here, or null. */
export function lockOf(
  person: { readonly id: string; readonly email: string; readonly demo: boolean },
  actorId: string,
): 'own-account' | 'demo-account' | null {
  if (person.id === actorId) return 'own-account';
  const isDemoAccount = person.demo && demoAccounts.some(({ email }) => email === person.email);
  return isDemoAccount ? 'demo-account' : null;
}

/** Throws a field error on `userId` for one's own account and for those everybody signs in with. */
export function refuseLocked(person: KnownUser, actorId: string): void {
  const locked = lockOf(person, actorId);
  if (locked !== null) throw fieldError('userId', locked);
}

/** A person, or a merchant, that the actor may know nothing of. */
export function noSuchPerson(): TRPCError {
  return new TRPCError({ code: 'NOT_FOUND', message: 'no-such-person' });
}
