import type { Sql } from '../storage/database.ts';
import { countDue } from './callback-store.ts';

/** How many callbacks wait to be worked off by `now` (ms UTC), the one in hand included. */
export function countDueCallbacks(sql: Sql, now: number): Promise<number> {
  return countDue(sql, now);
}
