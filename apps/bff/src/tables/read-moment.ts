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

/**
 * Reads a day, or a day and a time: year first, or day first with dots. With a slash or a hyphen and
 * the year last, day and month are only told apart where one of them is above 12, unless `order` says
 * it. Times without an offset are Swiss; of an hour that happens twice the first is taken. A day begins
 * at midnight in Switzerland.
 */
export function readMoment(text: string, order: DayOrder | null = null): Moment | MomentProblem {
  const parts = shape.exec(text.trim())?.groups;
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

/** Null for an hour that was skipped when summer time began. */
function swissToUtc(local: number): number | null {
  const written = new Date(local).toISOString().slice(0, 19).replace('T', ', ');
  const found = [2, 1].map((ahead) => local - ahead * 3_600_000);
  return found.find((at) => zurich.format(at) === written) ?? null;
}
