import { createExpressMiddleware } from '@trpc/server/adapters/express';
import type { Request, RequestHandler, Response } from 'express';
import { appRouter } from '../app-router.ts';
import type { Deps } from '../deps.ts';
import { readSession } from '../sessions/read-session.ts';
import { readSessionCookie, sessionCookie } from '../sessions/session-cookie.ts';
import { type Context, unavailable } from '../trpc.ts';
import { requestOrigin } from './request-origin.ts';

/** Bytes. */
export const LARGEST_BODY = 100_000;
const LARGEST_BATCH = 10;

/** `/trpc`: answers are never cached, and an unexpected error is logged, not told. */
export function trpcRoute(deps: Deps): RequestHandler {
  return createExpressMiddleware({
    router: appRouter,
    maxBodySize: LARGEST_BODY,
    maxBatchSize: LARGEST_BATCH,
    createContext: ({ req, res }) => createContext(deps, req, res),
    responseMeta: () => ({ headers: { 'Cache-Control': 'no-store' } }),
    onError: ({ error, path, ctx }) => {
      if (!['INTERNAL_SERVER_ERROR', 'SERVICE_UNAVAILABLE'].includes(error.code)) return;
      deps.log.error({ requestId: ctx?.requestId, path, err: error.cause ?? error }, 'failed');
    },
  });
}

async function createContext(deps: Deps, request: Request, response: Response): Promise<Context> {
  const cookie = request.get('cookie');
  return {
    deps,
    person: await readSession(deps, cookie).catch((error: unknown) => {
      throw unavailable(error);
    }),
    requestId: String(response.getHeader('X-Request-Id')),
    sessionToken: readSessionCookie(cookie),
    origin: requestOrigin(request),
    setCookie: (token) => response.setHeader('Set-Cookie', sessionCookie(token, request.secure)),
    setHeader: (name, value) => response.setHeader(name, value),
  };
}
