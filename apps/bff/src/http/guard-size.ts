import type { RequestHandler } from 'express';

/** tRPC's number for PAYLOAD_TOO_LARGE, so that its client reads this answer like any other. */
const JSON_RPC_TOO_LARGE = -32013;

/**
 * Refuses a body that says it is larger than `most` bytes, before anything is read or looked up for
 * it. One that does not say its size is counted by whoever reads it.
 */
export function guardSize(most: number, message = 'too-large'): RequestHandler {
  return (request, response, next) => {
    if (Number(request.headers['content-length'] ?? 0) <= most) {
      next();
      return;
    }
    const data = { code: 'PAYLOAD_TOO_LARGE', httpStatus: 413 };
    response.status(413).json({ error: { code: JSON_RPC_TOO_LARGE, message, data } });
  };
}
