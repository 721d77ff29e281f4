const dayMs = 86_400_000;
const zurich = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Zurich',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** Whether `text` is a calendar day that exists, written YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const midnight = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(text);
}

/** Reads `21.11.2026`, `1/2/2026` (1 February) and `2026-11-21` as YYYY-MM-DD; null for what is no day. */
export function parseSwissDay(text: string): string | null {
  const dotted = /^(\d{1,2})([./])(\d{1,2})\2(\d{4})$/.exec(text.trim());
  const [, day = '', , month = '', year = ''] = dotted ?? [];
  const written = dotted
    ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    : text.trim();
  return isDay(written) ? written : null;
}

/** `2026-11-21` → `21.11.2026`. */
export function showSwissDay(day: string): string {
  return day.split('-').reverse().join('.');
}

export const datePresets = ['today', 'yesterday', 'last7', 'thisMonth', 'lastMonth'] as const;
type DatePreset = (typeof datePresets)[number];

/** The first and the last Swiss day of a preset, both included. `now` in ms, UTC. */
export function presetDays(preset: DatePreset, now: number): { from: string; to: string } {
  const today = zurich.format(now);
  const firstOfMonth = `${today.slice(0, 8)}01`;
  switch (preset) {
    case 'today':
      return { from: today, to: today };
    case 'yesterday':
      return { from: addDays(today, -1), to: addDays(today, -1) };
    case 'last7':
      return { from: addDays(today, -6), to: today };
    case 'thisMonth':
      return { from: firstOfMonth, to: today };
    case 'lastMonth': {
      const to = addDays(firstOfMonth, -1);
      return { from: `${to.slice(0, 8)}01`, to };
    }
  }
}

/** `day` moved by calendar days; the day that changes the clock counts like any other. */
function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** Whether `text` is a day, or a minute of a day (`2026-11-20T23:00`), that exists. */
export function isMoment(text: string): boolean {
  const [day = '', time] = text.split('T');
  return isDay(day) && (time === undefined || /^([01]\d|2[0-3]):[0-5]\d$/.test(time));
}

/** What to compare with when a moment ends a range: a day is whole. */
export function endOfMoment(moment: string): string {
  return moment.includes('T') ? moment : `${moment}T24:00`;
}

/** Reads a day as people write it, with a time or without, `20.11.2026, 23:00`; null for no such moment. */
export function parseSwissMoment(text: string): string | null {
  const [, written = '', time] = /^(\S+?),?(?:\s+(\d{1,2}:\d{2}))?$/.exec(text.trim()) ?? [];
  const day = parseSwissDay(written);
  if (day === null || time === undefined) return day;
  const moment = `${day}T${time.padStart(5, '0')}`;
  return isMoment(moment) ? moment : null;
}

/** `21.11.2026`, or `21.11.2026, 23:00` for a minute. */
export function showMoment(moment: string): string {
  const [day = '', time] = moment.split('T');
  return time === undefined ? showSwissDay(day) : `${showSwissDay(day)}, ${time}`;
}
