const HOUR = 3_600_000;
const MINUTE = 60_000;

/** How long a session lasts without a request, and in all. Wall time in milliseconds. */
export const sessionLimits = { idleMs: 2 * HOUR, absoluteMs: 12 * HOUR, touchEveryMs: MINUTE };

/** Failures of one account within the window that close its door, and for how long at most in demo mode. */
export const throttleLimits = { failures: 10, windowMs: 15 * MINUTE, longestDemoWaitMs: MINUTE };
