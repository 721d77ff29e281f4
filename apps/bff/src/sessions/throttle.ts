import { throttleLimits } from './session-limits.ts';

/**
 * How long, in milliseconds, an account must wait after these failures (milliseconds, latest first);
 * 0 = it may try. The account stays closed until its tenth-last failure has left the window. In demo
 * mode one try a minute stays possible, because its password is public anyway.
 */
export function waitAfter(failures: readonly number[], now: number, demo: boolean): number {
  const latest = failures[0];
  const decisive = failures[throttleLimits.failures - 1];
  if (latest === undefined || decisive === undefined) return 0;
  const wait = decisive + throttleLimits.windowMs - now;
  const longest = demo ? latest + throttleLimits.longestDemoWaitMs - now : wait;
  return Math.max(0, Math.min(wait, longest));
}
