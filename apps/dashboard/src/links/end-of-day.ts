import { formatTime } from '../ui/date.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** The last millisecond of a Swiss day written YYYY-MM-DD, in ms UTC; null for what is no day. */
export function endOfSwissDay(text: string): number | null {
  const midnight = Date.parse(`${text}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(midnight)) return null;
  // Switzerland is one or two hours ahead: the one is right at which its clocks show midnight.
  const next = midnight + day;
  const start = [next - hour, next - 2 * hour].find((at) => formatTime(at) === '00:00');
  return start === undefined ? null : start - 1;
}

const swiss = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Zurich' });

/** The Swiss day of an instant (ms UTC), written YYYY-MM-DD. */
export function swissDay(at: number): string {
  return swiss.format(at);
}
