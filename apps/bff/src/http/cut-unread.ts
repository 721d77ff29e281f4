import type { RequestHandler } from 'express';

/** Bytes that are still taken in, so that whoever is sending sees the answer before the end. */
const MOST_LEFT = 64 * 1024;
const LINGER_MS = 1000;

/**
 * An answer that was given before the body had come to its end (too large, not signed in, not from
 * our page) ends the connection soon after: Node alone would read the rest, however much there is.
 */
export const cutUnread: RequestHandler = (request, response, next) => {
  // Before Node's own listener, which lets what nobody has begun to read go by uncounted.
  response.prependOnceListener('finish', () => {
    if (request.complete) return;
    request.read(0);
    let left = MOST_LEFT;
    const cut = setTimeout(() => request.destroy(), LINGER_MS);
    request.once('close', () => clearTimeout(cut));
    request.on('data', (piece: Buffer) => {
      left -= piece.length;
      if (left < 0) request.destroy();
    });
    request.resume();
  });
  next();
};
