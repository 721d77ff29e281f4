import type { OperationKind } from './operation.ts';

const second = 1000;
const minute = 60 * second;
const day = 24 * 60 * minute;

/** When to ask after an operation without an answer, in ms after it was sent; then daily. */
export const defaultResolveSchedule: readonly number[] = [
  30 * second,
  2 * minute,
  5 * minute,
  10 * minute,
  35 * minute,
];

/** How long after the send "no change" proves nothing, in ms. */
export type QuietPeriods = { readonly quietMs: number; readonly creditQuietMs: number };

/** 10 min for captures and reversals, 35 min for credits. */
export const defaultQuietPeriods: QuietPeriods = {
  quietMs: 10 * minute,
  creditQuietMs: 35 * minute,
};

/** The first instant (ms UTC) at which an inquiry may prove that an operation did not happen. */
export function quietUntil(kind: OperationKind, sentAt: number, periods: QuietPeriods): number {
  return sentAt + (kind === 'credit' ? periods.creditQuietMs : periods.quietMs);
}

/**
 * The next instant after `now` at which to ask; all instants in ms UTC. Times that passed while
 * nobody could ask are not made up for. After the schedule it is once a day, counted from its end.
 * `quietEnd` is asked at too, so that a schedule shorter than the quiet period costs no day.
 */
export function nextResolveAt(
  sentAt: number,
  now: number,
  schedule: readonly number[],
  quietEnd: number = sentAt,
): number {
  const ahead = [...schedule.map((offset) => sentAt + offset), quietEnd].filter((at) => at > now);
  if (ahead.length > 0) return Math.min(...ahead);

  const end = sentAt + Math.max(0, ...schedule);
  return end + (Math.floor((now - end) / day) + 1) * day;
}
