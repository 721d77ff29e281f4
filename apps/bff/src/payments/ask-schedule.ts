const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/**
 * When the gateway is asked about a payment of ours that nothing was heard of, counted from its start:
 * an answer or a notification may be lost. It is asked by TransID, which is known to work for 24 hours.
 */
const ASK_AT = [0.5, 2, 5, 10, 20, 36, 66, 180, 480, 1410].map((minutes) => minutes * MINUTE);
/** How long after its hour a capture by the gateway may take. */
const SCHEDULE_SLACK_MS = 30 * MINUTE;

/** The first time a payment is asked about. */
export const firstAskMs = ASK_AT[0] ?? MINUTE;

/** After an inquiry that told nothing of a capture that is overdue. */
export const askAgainMs = 5 * MINUTE;

/** When to ask next (ms UTC) about a payment that was started then; null once a day is over. */
export function nextAskAt(startedAt: number, now: number): number | null {
  return ASK_AT.map((ms) => startedAt + ms).find((at) => at > now) ?? null;
}

/** Until when the gateway may be waited for to capture by itself (ms UTC). */
export function scheduledUntil(authorizedAt: number | null, captureHours: number | null): number {
  return (authorizedAt ?? 0) + (captureHours ?? 0) * HOUR + SCHEDULE_SLACK_MS;
}
