import { TRPCError } from '@trpc/server';
import { z } from 'zod';
import { fieldError, publicProcedure, router } from '../trpc.ts';
import { acceptInvite } from '../users/accept-invite.ts';
import { findInvite } from '../users/find-invite.ts';
import { describeSession, sessionView } from './describe-session.ts';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './password.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';

const email = z.string().max(254);
const password = z.string().min(1).max(LONGEST_PASSWORD);
const code = z.string().regex(/^\d{6}$/, 'six-digits');
const inviteToken = z.string().min(1).max(100);

export const sessionRouter = router({
  me: publicProcedure.output(sessionView).query(({ ctx }) => describeSession(ctx.deps, ctx.person)),

  signIn: publicProcedure
    .input(z.strictObject({ email, password, code: code.optional() }))
    .output(z.object({ next: z.enum(['done', 'code']) }))
    .mutation(async ({ ctx, input }) => {
      const command = { ...input, code: input.code ?? null, previousToken: ctx.sessionToken };
      const result = await signIn(ctx.deps, command);
      switch (result.outcome) {
        case 'signed-in':
          ctx.setCookie(result.token);
          return { next: 'done' as const };
        case 'code-needed':
          return { next: 'code' as const };
        case 'wrong-credentials':
        case 'wrong-code':
          throw new TRPCError({ code: 'UNAUTHORIZED', message: result.outcome });
        case 'throttled':
          ctx.setHeader('Retry-After', String(Math.ceil(result.waitMs / 1000)));
          throw new TRPCError({ code: 'TOO_MANY_REQUESTS', message: 'too-many-failures' });
      }
    }),

  signOut: publicProcedure
    .output(z.object({ signedIn: z.literal(false) }))
    .mutation(async ({ ctx }) => {
      await signOut(ctx.deps, ctx.sessionToken);
      ctx.setCookie(null);
      return { signedIn: false as const };
    }),

  inviteInfo: publicProcedure
    .input(z.strictObject({ token: inviteToken }))
    .output(
      z.object({
        email: z.string(),
        name: z.string(),
        totpSecret: z.string(),
        totpUri: z.string(),
      }),
    )
    .query(async ({ ctx, input }) => {
      const invite = await findInvite(ctx.deps, input.token);
      if (invite === null) throw new TRPCError({ code: 'NOT_FOUND', message: 'invite-unknown' });
      return invite;
    }),

  acceptInvite: publicProcedure
    .input(z.strictObject({ token: inviteToken, password: password.min(SHORTEST_PASSWORD), code }))
    .output(z.object({ signedIn: z.literal(true) }))
    .mutation(async ({ ctx, input }) => {
      const result = await acceptInvite(ctx.deps, { ...input, previousToken: ctx.sessionToken });
      switch (result.outcome) {
        case 'accepted':
          ctx.setCookie(result.token);
          return { signedIn: true as const };
        case 'unknown':
          throw new TRPCError({ code: 'NOT_FOUND', message: 'invite-unknown' });
        case 'wrong-code':
          throw fieldError('code', 'wrong-code');
      }
    }),
});
