import { type ErrorRequestHandler, type Request, type RequestHandler, Router, raw } from 'express';
import type { CallbackKind } from 'paygate-core/notification';
import { findConnection } from '../connections/find-connection.ts';
import type { GatewayConnection } from '../connections/gateway-connection.ts';
import type { Deps } from '../deps.ts';
import { answerReturn } from './answer-return.ts';
import { keepRejections, type RejectionLog } from './callback-rejections.ts';
import { createJunkGate } from './junk-gate.ts';
import { receiveCallback } from './receive-callback.ts';
import { shareLookUp } from './share-look-up.ts';

const BODY_LIMIT = 16 * 1024;
const kinds = ['notify', 'success', 'failure'] as const;

/**
 * POST or GET /callbacks/<connection>/notify, …/success, …/failure. 200 once the message is stored,
 * duplicates included; 400 not authentic; 404 unknown connection; 413 over 16 KB; 503 when it cannot
 * be stored, so that the gateway sends it again; 429 for an address that sent hundreds of refused
 * ones. What is refused is counted and logged without a word of its content.
 */
export function callbackRouter(
  deps: Deps,
  rejections: RejectionLog = keepRejections(deps),
): Router {
  const router = Router();
  const { clock } = deps;
  const junk = createJunkGate();
  const findBySlug = shareLookUp(async (slug) =>
    // NUL is no part of a name, and PostgreSQL takes it for a fault of ours.
    slug.includes('\0') ? null : findConnection(deps, deps.database.callback, { slug }),
  );
  router.use((request, response, next) => {
    if (!junk.isClosed(request.ip, clock.wall())) next();
    else response.status(429).set('retry-after', '10').end();
  });
  router.use(raw({ type: () => true, limit: BODY_LIMIT, inflate: false }), limitQuery);
  for (const kind of kinds) {
    router.all(`/:slug/${kind}`, async (request, response) => {
      const { method } = request;
      if (method !== 'GET' && method !== 'POST') {
        response.status(405).set('allow', 'GET, POST').end();
        return;
      }
      const slug = String(request.params.slug);
      const connection = await findBySlug(slug);
      const message = messageOf(request);
      const contentType = method === 'POST' ? (request.headers['content-type'] ?? null) : null;
      const verdict =
        connection === null
          ? ({ stored: false, why: 'unknown-connection' } as const)
          : await receiveCallback(deps, connection, kind, message, { method, contentType });
      if (!verdict.stored) {
        junk.count(request.ip, clock.wall());
        rejections.count(verdict.why, { connection, kind, message });
      }
      response.status(statusOf(verdict));
      if (kind === 'notify') response.type('text/plain').send(verdict.stored ? 'OK' : 'refused');
      else await answerReturn(deps, request, response, { connection, verdict });
    });
  }
  router.use(answerTrouble(deps, findBySlug, rejections));
  return router;
}

/** A message in the address may be as long as one in a body. */
const limitQuery: RequestHandler = (request, _response, next) => {
  if (queryOf(request).length <= BODY_LIMIT) next();
  else next(Object.assign(new Error('query above the limit'), { status: 413 }));
};

function queryOf({ originalUrl }: Request): string {
  return originalUrl.replace(/^[^?]*\??/, '');
}

/** The form body as it came: a byte is a character, because the MAC was made over ISO-8859-1. */
function messageOf(request: Request): string {
  if (request.method === 'GET') return queryOf(request);
  const body: unknown = request.body;
  return Buffer.isBuffer(body) ? body.toString('latin1') : '';
}

function statusOf(verdict: Awaited<ReturnType<typeof receiveCallback>>): number {
  if (verdict.stored) return 200;
  return verdict.why === 'unknown-connection' ? 404 : 400;
}

type FindBySlug = (slug: string) => Promise<GatewayConnection | null>;

function answerTrouble(
  deps: Deps,
  findBySlug: FindBySlug,
  rejections: RejectionLog,
): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const status = error instanceof Error && 'status' in error ? Number(error.status) : 503;
    if (status >= 400 && status < 500) {
      response.status(status).type('text/plain').send('refused');
      void countUnread(
        findBySlug,
        rejections,
        request,
        status === 413 ? 'too-large' : 'unreadable',
      );
      return;
    }
    deps.log.error({ err: error }, 'callback could not be stored');
    response.status(503).set('retry-after', '60').type('text/plain').send('try again');
  };
}

/** What was too long to be read is counted where it was meant to arrive. */
async function countUnread(
  findBySlug: FindBySlug,
  rejections: RejectionLog,
  { path }: Request,
  why: string,
): Promise<void> {
  const [, slug = '', door] = path.split('/');
  const kind: CallbackKind = kinds.find((known) => known === door) ?? 'notify';
  const connection = await findBySlug(slug).catch(() => null);
  rejections.count(why, { connection, kind, message: null });
}
