import type { Logger } from 'pino';
import { createFloodGate } from '../audit/flood-gate.ts';

/** Beyond this our clock, or the gateway's, is wrong: deadlines would be judged by it. */
const ALARM_MS = 5000;
/** The header tells whole seconds. */
const RESOLUTION_MS = 1000;

const gate = createFloodGate(1, 3_600_000);
let lastMs = 0;

/**
 * How far our clock runs ahead of the one that wrote `date` (an HTTP date) somewhere between
 * `from` and `to` (our time, ms): 0 while both can be right, null when nothing can be said.
 */
export function clockDifference(date: string | undefined, from: number, to: number): number | null {
  const theirs = Date.parse(date ?? '');
  if (Number.isNaN(theirs)) return null;
  if (from > theirs + RESOLUTION_MS) return from - theirs - RESOLUTION_MS;
  return to < theirs ? to - theirs : 0;
}

/** Raises the alarm, once an hour per connection, when the clocks differ by more than five seconds. */
export function watchClock(
  log: Pick<Logger, 'error'>,
  connectionId: string,
  differenceMs: number | null,
  wall: number,
): void {
  if (differenceMs === null) return;
  lastMs = differenceMs;
  if (Math.abs(differenceMs) <= ALARM_MS || gate(connectionId, wall) === null) return;
  log.error({ connectionId, differenceMs }, 'our clock differs from the gateway: set the time');
}

/** The difference at the last call (ms, positive: ours is ahead), or null while it does not matter. */
export function alarmingDifference(): number | null {
  return Math.abs(lastMs) > ALARM_MS ? lastMs : null;
}
