import type { RequestHandler } from 'express';
import type { Deps } from '../deps.ts';
import { isAnswering } from '../storage/is-answering.ts';

/** 200 while the database answers, 503 otherwise. */
export function healthRoute({ clock, database }: Deps): RequestHandler {
  return async (_request, response) => {
    const ok = await isAnswering(database);
    response
      .status(ok ? 200 : 503)
      .json(ok ? { status: 'ok', now: clock.now() } : { status: 'database-unreachable' });
  };
}
