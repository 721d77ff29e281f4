import { TRPCClientError } from '@trpc/client';
import type { AppRouter } from 'paygate-bff';
import type { Refusal } from 'paygate-payments';

type FieldProblem = { readonly field: string; readonly problem: string };

/** What a failed call means to a person. `network` and `timeout` mean: no readable answer came. */
export type Failure =
  | { readonly type: 'network' | 'timeout' | 'signed-out' | 'forbidden' | 'not-found' }
  | { readonly type: 'too-large' | 'unavailable' | 'page' }
  | { readonly type: 'bad-input'; readonly fields: readonly FieldProblem[] }
  | { readonly type: 'wrong'; readonly message: string }
  | { readonly type: 'too-many'; readonly seconds: number | null }
  | {
      readonly type: 'refused';
      readonly refusal: Refusal;
      readonly max?: number | undefined;
      readonly min?: number | undefined;
      readonly limit?: number | undefined;
    }
  | { readonly type: 'internal'; readonly requestId: string | null };

/** An answer that did not come from our API: a proxy's page, an empty 413. */
export class UnreadableAnswer extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`unreadable answer ${status}`);
    this.name = 'UnreadableAnswer';
    this.status = status;
  }
}

/** Sorts any thrown value of a call by what can be said and done about it. */
export function toFailure(error: unknown): Failure {
  if (!(error instanceof TRPCClientError)) return { type: isLoading(error) ? 'network' : 'page' };
  const { cause, data, message, meta = {} } = error as TRPCClientError<AppRouter>;
  const { response } = meta;
  const status = cause instanceof UnreadableAnswer ? cause.status : data?.httpStatus;

  switch (status) {
    case undefined:
      return { type: cause?.name === 'TimeoutError' ? 'timeout' : 'network' };
    case 400:
      return { type: 'bad-input', fields: data?.fields ?? [] };
    case 401:
      return message === 'signed-out' ? { type: 'signed-out' } : { type: 'wrong', message };
    case 403:
      return { type: 'forbidden' };
    case 404:
      return { type: 'not-found' };
    case 409:
      if (!data?.refusal) break;
      return { type: 'refused', refusal: data.refusal, ...data.details };
    case 413:
      return { type: 'too-large' };
    case 429:
      return { type: 'too-many', seconds: retryAfter(response) };
    case 502:
    case 503:
    case 504:
      return { type: 'unavailable' };
  }
  return { type: 'internal', requestId: data?.requestId ?? null };
}

/** A part of the program did not arrive; every browser says it in its own words. */
function isLoading(error: unknown): boolean {
  return (
    error instanceof Error && /dynamically imported|module script|preload/i.test(error.message)
  );
}

/** Somebody else saved in the meantime. */
export function isStale(error: unknown): boolean {
  const failure = toFailure(error);
  return failure.type === 'refused' && failure.refusal === 'stale-version';
}

function retryAfter(response: unknown): number | null {
  if (!(response instanceof Response)) return null;
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds) : null;
}

/**
 * Whether what an address names cannot be there: none of this id, or no id at all. Asking once more
 * would change nothing.
 */
export function isNowhere(error: unknown): boolean {
  const failure = toFailure(error);
  if (failure.type === 'not-found') return true;
  if (failure.type !== 'bad-input' || failure.fields.length === 0) return false;
  return failure.fields.every(({ field }) => /Id$/.test(field));
}
