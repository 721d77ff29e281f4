import type { Export } from './export.ts';

/** Before that the first pieces say little about the rest. */
const TELLS_AFTER_MS = 2000;

/**
 * About how many ms a file still needs at `now` (ms UTC), by the pace so far; null while that cannot
 * be said.
 */
export function timeLeft(
  { asOf, rowsDone, rowsTotal, state }: Pick<Export, 'asOf' | 'rowsDone' | 'rowsTotal' | 'state'>,
  now: number,
): number | null {
  if (state !== 'running' || asOf === null || rowsTotal === null || rowsDone === 0) return null;
  const passed = now - asOf;
  if (passed < TELLS_AFTER_MS) return null;
  return Math.round((passed * Math.max(0, rowsTotal - rowsDone)) / rowsDone);
}
