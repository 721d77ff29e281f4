const MINUTE_MS = 60_000;
const REPEATS = 8;

/**
 * When to hand something over again after attempt number `attempts` failed at `now` (ms UTC): n³
 * minutes after the n-th, as the gateway itself does, 21 h 36 min in all. Null: given up.
 */
export function nextRepeatAt(attempts: number, now: number): number | null {
  return attempts > REPEATS ? null : now + attempts ** 3 * MINUTE_MS;
}
