import type { Deps } from '../deps.ts';
import { inTransaction } from '../storage/database.ts';
import { type HourFault, rebuildHours, selectFaults } from './movement-store.ts';

const SHOWN = 20;
const ATTEMPTS = 5;

/** Computes the sums of the reports from the facts and names where they differ; none when all is well. */
export function verifyReports({ database }: Pick<Deps, 'database'>): Promise<readonly HourFault[]> {
  return inTransaction(database.read, (sql) => selectFaults(sql, SHOWN));
}

/** Replaces the sums by what the facts say, while people go on working. */
export async function rebuildReports({ database }: Pick<Deps, 'database'>): Promise<void> {
  for (let left = ATTEMPTS; ; left -= 1) {
    try {
      return await inTransaction(database.money, rebuildHours);
    } catch (error) {
      if (left === 1 || !isCrossed(error)) throw error;
    }
  }
}

/** Another process moved sums at the same moment: serialization failure or a sum written twice. */
function isCrossed(error: unknown): boolean {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : null;
  return code === '40001' || code === '23505';
}
