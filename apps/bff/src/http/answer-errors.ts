import type { ErrorRequestHandler } from 'express';
import type { Logger } from 'pino';

/** The last resort: a status, a request id, and no detail. */
export function answerErrors(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const status = statusOf(error);
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
};

/** Express and its parts put the status they mean on the error. */
function statusOf(error: unknown): number {
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500;
  return status >= 400 && status <= 599 ? status : 500;
}
