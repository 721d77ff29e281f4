import { z } from 'zod';
import { procedureWith, router } from '../trpc.ts';
import { invitePerson } from './invite-person.ts';
import { listPeople } from './list-people.ts';
import {
  invitePersonInput,
  removePersonInput,
  renewInviteInput,
  updatePersonInput,
} from './person-input.ts';
import { invitationView, peopleView, personView, toInvitationView } from './person-view.ts';
import { removePerson } from './remove-person.ts';
import { renewInvite } from './renew-invite.ts';
import { updatePerson } from './update-person.ts';

const admin = procedureWith('users');

export const usersRouter = router({
  list: admin
    .output(peopleView)
    .query(({ ctx }) => listPeople(ctx.deps, ctx.person.id, ctx.memberships)),

  invite: admin
    .input(invitePersonInput)
    .output(invitationView)
    .mutation(async ({ ctx, input }) => {
      const invitation = await invitePerson(ctx.deps, ctx.person.id, input);
      return toInvitationView(invitation, ctx.origin);
    }),

  update: admin
    .input(updatePersonInput)
    .output(personView)
    .mutation(({ ctx, input }) => updatePerson(ctx.deps, ctx.person.id, input)),

  renewInvite: admin
    .input(renewInviteInput)
    .output(invitationView)
    .mutation(async ({ ctx, input }) => {
      const invitation = await renewInvite(ctx.deps, ctx.person.id, input);
      return toInvitationView(invitation, ctx.origin);
    }),

  remove: admin
    .input(removePersonInput)
    .output(z.object({ removed: z.literal(true) }))
    .mutation(async ({ ctx, input }) => {
      await removePerson(ctx.deps, ctx.person.id, input);
      return { removed: true as const };
    }),
});
