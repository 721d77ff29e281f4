import { initTRPC, TRPCError } from '@trpc/server';
import type { Right } from 'paygate-payments';
import { z } from 'zod';
import { recordDenial } from './audit/record-denial.ts';
import type { Deps } from './deps.ts';
import { Refused } from './refused.ts';
import type { Membership, Person } from './sessions/person.ts';
import { isBusy } from './storage/is-busy.ts';
import { isUnavailable } from './storage/is-unavailable.ts';
import { holdsUnstorable, isUnstorable } from './storage/is-unstorable.ts';

/** What every procedure is given. `person` is read fresh from the database for each request. */
export type Context = {
  readonly deps: Deps;
  readonly person: Person | null;
  readonly requestId: string;
  /** Only the session procedures set cookies. */
  readonly setCookie: (value: string | null) => void;
  readonly setHeader: (name: string, value: string) => void;
  readonly sessionToken: string | null;
  /** The address people reach us under, e.g. `https://desk.example`. */
  readonly origin: string;
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
      fields: error.cause instanceof z.ZodError ? error.cause.issues.flatMap(fieldsOf) : null,
    },
  }),
});

/**
 * Checks an answer by its schema at once. Given the schema itself, tRPC would ask it to wait for each
 * part, for which zod cannot use the check it compiled: four times as long for a page of a list.
 */
export const answerOf =
  <S extends z.ZodType>(schema: S) =>
  (answer: unknown): z.output<S> =>
    schema.parse(answer);

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** The fields an issue is about: a key nobody knows is named itself, not the object around it. */
function fieldsOf(issue: z.core.$ZodIssue): { field: string; problem: string }[] {
  const keys = issue.code === 'unrecognized_keys' ? issue.keys : [];
  const paths = keys.length > 0 ? keys.map((key) => [...issue.path, key]) : [issue.path];
  return paths.map((path) => ({ field: path.join('.'), problem: issue.message }));
}

/** A refused field that only the use case could check: 400 with the field's name, like any other. */
export function fieldError(field: string, problem: string): TRPCError {
  const cause = new z.ZodRealError([
    { code: 'custom', path: [field], message: problem, input: null },
  ]);
  return new TRPCError({ code: 'BAD_REQUEST', message: problem, cause });
}

/** 503 for a database that cannot be reached, or is held up; any other error is answered as it is. */
export function unavailable(error: unknown): unknown {
  if (!isUnavailable(error)) return error;
  return new TRPCError({
    code: 'SERVICE_UNAVAILABLE',
    message: isBusy(error) ? 'database-busy' : 'database-unreachable',
    cause: error,
  });
}

/**
 * Turns our one error class into 409 with `data.refusal`, an unreachable or busy database into 503, and a
 * character that no text can hold into 400; every other error passes untouched.
 */
export const publicProcedure = t.procedure.use(async ({ getRawInput, next }) => {
  const result = await next();
  if (!result.ok && result.error.cause instanceof Refused) {
    throw new TRPCError({
      code: 'CONFLICT',
      message: result.error.message,
      cause: result.error.cause,
    });
  }
  if (!result.ok && isUnavailable(result.error.cause)) {
    throw unavailable(result.error.cause);
  }
  // Only where the request brought it: else the step may have gone out, and 400 says that it did not.
  if (!result.ok && isUnstorable(result.error.cause) && holdsUnstorable(await getRawInput())) {
    throw new TRPCError({
      code: 'BAD_REQUEST',
      message: 'control-character',
      cause: result.error.cause,
    });
  }
  return result;
});

const signedInProcedure = publicProcedure.use(({ ctx, next }) => {
  if (ctx.person === null) throw new TRPCError({ code: 'UNAUTHORIZED', message: 'signed-out' });
  return next({ ctx: { ...ctx, person: ctx.person } });
});

/** Narrows the context to the memberships that grant `right`; none → 403. */
export const procedureWith = (right: Right) =>
  signedInProcedure.use(async ({ ctx, next, path, type }) => {
    const memberships: readonly Membership[] = ctx.person.memberships.filter(({ rights }) =>
      rights.includes(right),
    );
    if (memberships.length === 0) {
      // A screen may ask for what it may not see again and again; wanting to change is told apart.
      if (type === 'mutation') await recordDenial(ctx.deps, ctx.person, { right, path });
      throw new TRPCError({ code: 'FORBIDDEN', message: right });
    }
    return next({ ctx: { ...ctx, memberships } });
  });
