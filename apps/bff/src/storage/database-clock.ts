import { type Clock, createClock } from '../clock.ts';
import type { Database } from './database.ts';

const MEASURE_EVERY_MS = 60_000;

export type DatabaseClock = { readonly clock: Clock; stop(): void };

/**
 * A clock that shows the database's time, so that several servers agree on every deadline and every
 * lease, however wrong the clock of a machine is. Measured now and every minute; while the database does not answer, the last measure stands.
 */
export async function followDatabaseClock({ read }: Database): Promise<DatabaseClock> {
  let offset = 0;
  const measure = async () => {
    const before = Date.now();
    const { rows } = await read.query<{ ms: number }>(
      'SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint AS ms',
    );
    const after = Date.now();
    const [row] = rows;
    if (row !== undefined) offset = Math.round(row.ms - (before + after) / 2);
  };
  await measure();
  const timer = setInterval(() => void measure().catch(() => undefined), MEASURE_EVERY_MS);
  timer.unref();
  return {
    clock: createClock(
      () => offset,
      () => offset,
    ),
    stop: () => clearInterval(timer),
  };
}
