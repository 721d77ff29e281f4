import type { ErrorRequestHandler } from 'express';
import type { Logger } from 'pino';
import { isUnavailable } from '../storage/is-unavailable.ts';
import { isUnstorable } from '../storage/is-unstorable.ts';

/** The last resort: a status, a request id, and no detail. */
export function answerErrors(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const status = statusOf(error);
    if (status === 503) response.setHeader('Retry-After', '10');
    const requestId = response.getHeader('X-Request-Id');
    if (status >= 500) log.error({ requestId, path: request.path, err: error }, 'failed');
    response.status(status).json({ error: { message: WORDS[status] ?? 'failed', requestId } });
  };
}

const WORDS: Readonly<Record<number, string>> = {
  400: 'malformed-request',
  404: 'not-found',
  413: 'too-large',
  500: 'internal',
  503: 'unavailable',
};

/** Express and its parts put the status they mean on the error. */
function statusOf(error: unknown): number {
  if (isUnstorable(error)) return 400;
  if (isUnavailable(error)) return 503;
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500;
  return status >= 400 && status <= 599 ? status : 500;
}
