import { allRights, allRoles } from 'paygate-payments';
import { z } from 'zod';
import type { Invitation } from './invite-person.ts';
import type { StoredPerson } from './people-store.ts';

const amount = z.int().nullable();

/** A person at one merchant, as its admin sees them. Limits are minor units, instants wall time in ms. */
export const personView = z.object({
  userId: z.string(),
  merchantId: z.int(),
  merchantName: z.string(),
  email: z.string(),
  name: z.string(),
  role: z.enum(allRoles),
  refundLimit: amount,
  refundDailyLimit: amount,
  /** Whether they have set a password, still can with their link, or need a new link. */
  state: z.enum(['active', 'invited', 'lapsed']),
  inviteExpiresAt: amount,
  secondFactor: z.boolean(),
  /** Why nobody may change this person here, or null. */
  locked: z.enum(['own-account', 'demo-account']).nullable(),
});
export type PersonView = z.infer<typeof personView>;

/** The people, and what each role brings. */
export const peopleView = z.object({
  rows: z.array(personView),
  roles: z.array(z.object({ role: z.enum(allRoles), rights: z.array(z.enum(allRights)) })),
});
export type PeopleView = z.infer<typeof peopleView>;

/** The one time a link is shown. Null: the person signs in as before, with the password they have. */
export const invitationView = z.object({
  userId: z.string(),
  link: z.string().nullable(),
  expiresAt: amount,
});

/** Shows a person to somebody who reads the list at `wall` (ms). */
export function toPersonView(
  person: StoredPerson,
  { wall, locked }: { readonly wall: number; readonly locked: PersonView['locked'] },
): PersonView {
  const { demo, hasPassword, inviteExpiresAt, ...shown } = person;
  const expiresAt = inviteExpiresAt?.getTime() ?? 0;
  return {
    ...shown,
    state: hasPassword ? 'active' : expiresAt > wall ? 'invited' : 'lapsed',
    inviteExpiresAt: inviteExpiresAt?.getTime() ?? null,
    locked,
  };
}

/** Makes the link of an invitation for whoever reaches us under `origin`; no server sees what follows `#`. */
export function toInvitationView({ userId, invite }: Invitation, origin: string) {
  return {
    userId,
    link: invite === null ? null : `${origin}/accept-invite#token=${invite.token}`,
    expiresAt: invite?.inviteExpiresAt.getTime() ?? null,
  };
}
