import type { RequestHandler } from 'express';
import type { Deps } from '../deps.ts';
import { alarmingDifference } from '../gateway/clock-difference.ts';
import { isAnswering } from '../storage/is-answering.ts';

/** 200 while the database answers, 503 otherwise. Names a clock that the gateway contradicts. */
export function healthRoute({ clock, database }: Deps): RequestHandler {
  return async (_request, response) => {
    const ok = await isAnswering(database);
    const clockDifferenceMs = alarmingDifference() ?? undefined;
    response
      .status(ok ? 200 : 503)
      .json(
        ok
          ? { status: 'ok', now: clock.now(), clockDifferenceMs }
          : { status: 'database-unreachable' },
      );
  };
}
