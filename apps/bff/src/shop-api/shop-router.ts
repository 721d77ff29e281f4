import { join } from 'node:path';
import {
  type ErrorRequestHandler,
  json,
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
  Router,
} from 'express';
import type { Deps } from '../deps.ts';
import { repositoryFolder } from '../env.ts';
import { requestOrigin } from '../http/request-origin.ts';
import { createShopPayment } from './create-shop-payment.ts';
import { createDoor, type ShopDoor } from './door.ts';
import { getShopPayment } from './get-shop-payment.ts';
import { openApiDocument } from './open-api.ts';
import { readShopRequest } from './read-shop-request.ts';
import { sendProblem, toProblem } from './send-problem.ts';
import type { KeyRight } from './shop-key.ts';
import { ShopProblem } from './shop-problem.ts';

const BODY_LIMIT = 16 * 1024;

/** Markdown, read as it is. */
const guide = join(repositoryFolder, 'docs/shop-api.md');

type Handler = (
  request: Request,
  response: Response,
  key: Awaited<ReturnType<ShopDoor['enter']>>,
) => Promise<void>;

/**
 * /api/v1, for the server of a shop and nobody's browser: a key in the header Authorization, no
 * cookie, no CORS. The key is looked at before the body is read.
 */
export function shopRouter(deps: Deps): Router {
  const router = Router();
  const door = createDoor(deps);
  const guarded = (right: KeyRight, handle: Handler): RequestHandler[] => {
    const keys = new WeakMap<Request, Awaited<ReturnType<ShopDoor['enter']>>>();
    const enter = async (request: Request, _response: Response, next: NextFunction) => {
      const knock = { ip: request.ip, authorization: request.get('authorization') };
      keys.set(request, await door.enter(knock, right));
      next();
    };
    const act: RequestHandler = async (request, response) => {
      const key = keys.get(request);
      if (key !== undefined) await handle(request, response, key);
    };
    return right === 'create' ? [enter, readBody, act] : [enter, act];
  };

  router.use((_request, response, next) => {
    response.set('cache-control', 'no-store');
    next();
  });
  router.get('/openapi.json', (request, response) => {
    response.json(openApiDocument(requestOrigin(request)));
  });
  router.get('/guide', (_request, response) => {
    response.type('text/plain').sendFile(guide);
  });
  router.post(
    '/payments',
    ...guarded('create', async (request, response, key) => {
      const asked = readShopRequest(request.body);
      const { isNew, answer } = await createShopPayment(deps, key, asked, requestOrigin(request));
      response
        .status(isNew ? 201 : 200)
        .location(`${request.baseUrl}/payments/${answer.transId}`)
        .json(answer);
    }),
  );
  router.get(
    '/payments/by-pay-id/:payId',
    ...guarded('read', async (request, response, key) => {
      const { payId } = request.params;
      response.json(await getShopPayment(deps, key, { payId: String(payId) }));
    }),
  );
  router.get(
    '/payments/:transId',
    ...guarded('read', async (request, response, key) => {
      const { transId } = request.params;
      response.json(await getShopPayment(deps, key, { transId: String(transId) }));
    }),
  );
  router.all('/payments', refuseMethod('POST'));
  router.all(['/payments/by-pay-id/:payId', '/payments/:transId'], refuseMethod('GET, HEAD'));
  router.all(['/openapi.json', '/guide'], refuseMethod('GET, HEAD'));
  router.use(() => {
    throw new ShopProblem('no-such-endpoint');
  });
  router.use(answerProblems(deps));
  return router;
}

const parseJson = json({ limit: BODY_LIMIT, inflate: false, type: () => true, strict: true });

const readBody: RequestHandler = (request, response, next) => {
  if (request.is('application/json') === false) throw new ShopProblem('not-json');
  return parseJson(request, response, next);
};

const refuseMethod =
  (allow: string): RequestHandler =>
  (_request, response) => {
    response.set('allow', allow);
    throw new ShopProblem('method-not-allowed');
  };

function answerProblems({ log }: Pick<Deps, 'log'>): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const problem = toProblem(error);
    const requestId = String(response.getHeader('X-Request-Id') ?? '');
    if (problem.code === 'internal' || problem.code === 'unavailable') {
      log.error({ requestId, path: request.path, err: error }, 'shop api: failed');
    }
    sendProblem(response, problem, requestId);
  };
}
