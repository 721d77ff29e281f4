import { initTRPC, TRPCError } from '@trpc/server';
import type { Right } from 'paygate-payments';
import { z } from 'zod';
import type { Deps } from './deps.ts';
import { Refused } from './refused.ts';
import type { Membership, Person } from './sessions/person.ts';

/** What every procedure is given. `person` is read fresh from the database for each request. */
export type Context = {
  readonly deps: Deps;
  readonly person: Person | null;
  readonly requestId: string;
  /** Only the session procedures set cookies. */
  readonly setCookie: (value: string | null) => void;
  readonly sessionToken: string | null;
};

const t = initTRPC.context<Context>().create({
  errorFormatter: ({ shape, error, ctx }) => ({
    code: shape.code,
    message: error.code === 'INTERNAL_SERVER_ERROR' ? 'internal' : shape.message,
    data: {
      code: shape.data.code,
      httpStatus: shape.data.httpStatus,
      requestId: ctx?.requestId ?? null,
      refusal: error.cause instanceof Refused ? error.cause.refusal : null,
      details: error.cause instanceof Refused ? error.cause.details : null,
      fields:
        error.cause instanceof z.ZodError
          ? error.cause.issues.map((issue) => ({ field: issue.path.join('.'), problem: issue.message }))
          : null,
    },
  }),
});

export const router = t.router;

/** Turns our one error class into 409 with `data.refusal`; every other error passes untouched. */
export const publicProcedure = t.procedure.use(async ({ next }) => {
  const result = await next();
  if (!result.ok && result.error.cause instanceof Refused) {
    throw new TRPCError({ code: 'CONFLICT', message: result.error.message, cause: result.error.cause });
  }
  return result;
});

export const signedInProcedure = publicProcedure.use(({ ctx, next }) => {
  if (ctx.person === null) throw new TRPCError({ code: 'UNAUTHORIZED', message: 'signed-out' });
  return next({ ctx: { ...ctx, person: ctx.person } });
});

/** Narrows the context to the memberships that grant `right`; none → 403. */
export const procedureWith = (right: Right) =>
  signedInProcedure.use(({ ctx, next }) => {
    const memberships: readonly Membership[] = ctx.person.memberships.filter(({ rights }) =>
      rights.includes(right),
    );
    if (memberships.length === 0) throw new TRPCError({ code: 'FORBIDDEN', message: right });
    return next({ ctx: { ...ctx, memberships } });
  });
