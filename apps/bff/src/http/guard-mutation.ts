import type { RequestHandler } from 'express';
import { requestOrigin } from './request-origin.ts';

/** tRPC's number for FORBIDDEN, so that its client reads this answer like any other. */
const JSON_RPC_FORBIDDEN = -32003;

/**
 * Lets a state-changing request pass only if our own page sent it: a header no form can set, and,
 * where the browser tells them, our own origin and a same-origin fetch.
 */
export const guardMutation: RequestHandler = (request, response, next) => {
  if (request.method === 'GET' || request.method === 'HEAD') {
    next();
    return;
  }
  const origin = request.get('origin');
  const site = request.get('sec-fetch-site');
  const ours =
    request.get('x-paygate-desk') === '1' &&
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
