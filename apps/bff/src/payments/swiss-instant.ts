import type { Sql } from '../storage/database.ts';
import { selectInstant } from './list-store.ts';

/**
 * Midnight in Switzerland of a day, `days` later, or the minute of a Swiss day as it is; ms UTC. The
 * database knows when its clocks changed.
 */
export function swissInstant(sql: Sql, moment: string, days: number): Promise<number> {
  return selectInstant(sql, moment, days);
}
