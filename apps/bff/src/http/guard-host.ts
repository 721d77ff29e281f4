import type { RequestHandler } from 'express';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** In demo mode: refuses a name that somebody else pointed at this machine (DNS rebinding). */
export const guardHost: RequestHandler = (request, response, next) => {
  if (LOOPBACK.includes(request.hostname)) next();
  else response.status(421).json({ error: { message: 'demo mode answers on localhost only' } });
};
