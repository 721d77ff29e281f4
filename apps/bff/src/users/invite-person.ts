import { randomUUIDv7 } from 'node:crypto';
import { recordAudit } from '../audit/record-audit.ts';
import type { Deps } from '../deps.ts';
import type { Sql } from '../storage/database.ts';
import { fieldError } from '../trpc.ts';
import { changePeople, noSuchPerson } from './change-people.ts';
import { limitsFor } from './limits-for.ts';
import { makeInvite, type NewInvite } from './make-invite.ts';
import { replaceSignIn, selectUser, updateDemo } from './people-store.ts';
import type { InvitePersonInput } from './person-input.ts';
import { insertMembership, insertUser } from './user-store.ts';

/** Null: the person has a password already, or a link that still stands. */
export type Invitation = { readonly userId: string; readonly invite: NewInvite | null };

/**
 * Gives somebody a role at a merchant, and the one-time link to their account if they have none.
 * Throws NOT_FOUND for a merchant of others, and a field error on `email`: `member-already`, or
 * `belongs-elsewhere` for people of a merchant that the actor does not manage.
 */
export async function invitePerson(
  deps: Deps,
  actorId: string,
  input: InvitePersonInput,
): Promise<Invitation> {
  const { email, merchantId, role } = input;
  const limits = limitsFor(role, input);
  return changePeople(deps, actorId, async (sql, managed) => {
    if (!managed.includes(merchantId)) throw noSuchPerson();
    const invitation = await findAccount(deps, sql, input, managed);
    await insertMembership(sql, { merchantId, email, role, ...limits });
    await recordAudit(sql, {
      merchantId,
      at: deps.clock.now(),
      actorId,
      action: 'person-invited',
      subject: `user:${invitation.userId}`,
      details: { role, ...limits },
    });
    return invitation;
  });
}

/** The account of this address: new, given back to somebody who had left, or in use elsewhere. */
async function findAccount(
  { clock, env, secrets }: Deps,
  sql: Sql,
  { email, merchantId, name }: InvitePersonInput,
  managed: readonly number[],
): Promise<Invitation> {
  const wall = clock.wall();
  const known = await selectUser(sql, { email });
  if (known === null) {
    const id = randomUUIDv7();
    const invite = makeInvite(secrets, id, wall);
    const createdAt = new Date(wall);
    const account = { id, email, name, passwordHash: null, demo: env.demo, createdAt };
    await insertUser(sql, { ...invite, ...account });
    return { userId: id, invite };
  }
  if (known.merchantIds.includes(merchantId)) throw fieldError('email', 'member-already');
  if (!known.merchantIds.every((id) => managed.includes(id))) {
    throw fieldError('email', 'belongs-elsewhere');
  }
  if (known.merchantIds.length > 0) return { userId: known.id, invite: null };
  const invite = makeInvite(secrets, known.id, wall);
  await replaceSignIn(sql, known.id, invite);
  await updateDemo(sql, known.id, env.demo);
  return { userId: known.id, invite };
}
