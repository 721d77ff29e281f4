import type { RequestHandler } from 'express';
import { requestOrigin } from './request-origin.ts';

/** tRPC's number for FORBIDDEN, so that its client reads this answer like any other. */
const JSON_RPC_FORBIDDEN = -32003;

/**
 * Lets a request pass only if our own page sent it: where the browser tells them, our own origin
 * and a same-origin fetch, and for everything that may change something a header no form can set.
 */
export const guardRequest: RequestHandler = (request, response, next) => {
  const reads = request.method === 'GET' || request.method === 'HEAD';
  const origin = request.get('origin');
  const site = request.get('sec-fetch-site');
  const ours =
    (reads || request.get('x-paygate-desk') === '1') &&
    (origin === undefined || origin === requestOrigin(request)) &&
    (site === undefined || site === 'same-origin' || site === 'none');
  if (ours) {
    next();
    return;
  }
  const data = { code: 'FORBIDDEN', httpStatus: 403 };
  response
    .status(403)
    .json({ error: { code: JSON_RPC_FORBIDDEN, message: 'not-from-desk', data } });
};
