/** What a cell said about time: an instant in ms UTC, and whether only a day was named. */
export type Moment = { readonly at: number; readonly isDay: boolean };

export type MomentProblem = 'date' | 'date-ambiguous';

/** How days are written where it cannot be told from one cell. */
export type DayOrder = 'dmy' | 'mdy';

const shape =
  /^(?:(?<y>\d{4})[-./]?(?<m>\d{2})[-./]?(?<d>\d{2})|(?<one>\d{1,2})(?<mark>[./-])(?<two>\d{1,2})\k<mark>(?<year>\d{4}))(?:[T ,]+(?<h>\d{1,2}):(?<min>\d{2})(?::(?<s>\d{2})(?:[.,]\d{1,6})?)?)?\s*(?<zone>Z|[+-]\d{2}:?\d{2})?$/;

const zurich = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Zurich',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** A year of two digits is only taken after dots, and for one from 1970 to 2069. */
const shortYear = /^(\d{1,2}\.\d{1,2}\.)(\d{2})(?!\d)/;
const withCentury = (text: string): string =>
  text.replace(
    shortYear,
    (_, day: string, year: string) => day + (year < '70' ? '20' : '19') + year,
  );

/**
 * Reads a day, or a day and a time: year first, or day first with dots. With a slash or a hyphen and
 * the year last, day and month are only told apart where one of them is above 12, unless `order` says
 * it. Times without an offset are Swiss; of an hour that happens twice the first is taken. A day begins
 * at midnight in Switzerland.
 */
export function readMoment(text: string, order: DayOrder | null = null): Moment | MomentProblem {
  const parts = shape.exec(withCentury(text.trim()))?.groups;
  if (parts === undefined) return 'date';
  const { h, min, s = '0', zone } = parts;
  const day = dayOf(parts, order);
  if (typeof day === 'string') return day;
  const { year, month, date } = day;
  const asUtc = Date.UTC(year, month - 1, date);
  const written = new Date(asUtc);
  if (written.getUTCMonth() !== month - 1 || written.getUTCDate() !== date) return 'date';
  const [hours, minutes, seconds] = [Number(h ?? 0), Number(min ?? 0), Number(s)];
  if (hours > 23 || minutes > 59 || seconds > 59) return 'date';
  const local = asUtc + ((hours * 60 + minutes) * 60 + seconds) * 1000;
  const at = zone === undefined ? swissToUtc(local) : local - offsetOf(zone);
  return at === null ? 'date' : { at, isDay: h === undefined };
}

type Day = { readonly year: number; readonly month: number; readonly date: number };

function dayOf(
  { y, m, d, one, two, year, mark }: Readonly<Record<string, string | undefined>>,
  order: DayOrder | null,
): Day | MomentProblem {
  if (y !== undefined) return { year: Number(y), month: Number(m), date: Number(d) };
  const [first, second] = [Number(one), Number(two)];
  const dayFirst = { year: Number(year), month: second, date: first };
  const monthFirst = { year: Number(year), month: first, date: second };
  if (mark === '.') return dayFirst;
  if (order !== null) return order === 'dmy' ? dayFirst : monthFirst;
  if (first > 12 || first === second) return dayFirst;
  return second > 12 ? monthFirst : 'date-ambiguous';
}

function offsetOf(zone: string): number {
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}

const HOUR_MS = 3_600_000;
/** Hours whose offset is known; a table names the same ones over and over, and asking takes its time. */
const known = new Map<number, number | null>();
const KNOWN_AT_MOST = 10_000;

/** Null for an hour that was skipped when summer time began. */
function swissToUtc(local: number): number | null {
  const hour = Math.floor(local / HOUR_MS);
  if (!known.has(hour)) {
    if (known.size === KNOWN_AT_MOST) known.clear();
    known.set(hour, askOffset(local));
  }
  const ahead = known.get(hour) ?? null;
  return ahead === null ? null : local - ahead;
}

/** How far ahead of UTC Switzerland is at this time of its clocks. */
function askOffset(local: number): number | null {
  const written = new Date(local).toISOString().slice(0, 19).replace('T', ', ');
  const possible = [2 * HOUR_MS, HOUR_MS];
  return possible.find((ahead) => zurich.format(local - ahead) === written) ?? null;
}
