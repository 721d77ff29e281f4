/** `calendar`: midnight to midnight. `twint`: from 23:00 of the eve to 23:00, as TWINT states its days. */
export type DayKind = 'calendar' | 'twint';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const zurich = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Zurich',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  hourCycle: 'h23',
});

/** The instant (ms UTC) at which a Swiss day (YYYY-MM-DD) begins, in nights of 23, 24 and 25 hours alike. */
export function startOfDay(day: string, kind: DayKind): number {
  // Clocks change between 02:00 and 03:00: both 23:00 and midnight happen once on every day.
  return kind === 'twint' ? localHour(addDays(day, -1), 23) : localHour(day, 0);
}

/** `day` moved by calendar days. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** The Monday of the week a day is in. */
export function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}

/** The first day of the month that follows a day's month. */
export function nextMonth(day: string): string {
  return `${addDays(`${day.slice(0, 7)}-01`, 31).slice(0, 7)}-01`;
}

/** The Swiss calendar day of an instant. */
export function swissDay(instant: number): string {
  return zurich.format(instant).slice(0, 10);
}

function localHour(day: string, hour: number): number {
  const asIfUtc = Date.parse(`${day}T00:00:00Z`) + hour * HOUR;
  const written = `${day}, ${String(hour).padStart(2, '0')}`;
  const found = [1, 2]
    .map((ahead) => asIfUtc - ahead * HOUR)
    .find((at) => zurich.format(at) === written);
  if (found === undefined) throw new RangeError(`there is no ${written}:00 in Switzerland`);
  return found;
}
