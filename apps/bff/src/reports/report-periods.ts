import { fieldError } from '../trpc.ts';
import type { ReportInput } from './report-input.ts';
import { addDays, type DayKind, mondayOf, nextMonth, startOfDay } from './swiss-time.ts';

const HOUR = 3_600_000;
const AT_MOST = 1_100;

/** One line of a report. Instants ms UTC, `to` exclusive; `firstDay` and `lastDay` are Swiss days. */
export type Period = {
  readonly from: number;
  readonly to: number;
  readonly firstDay: string;
  readonly lastDay: string;
};

/**
 * The periods of a range without a gap; weeks and months at its ends are cut off by the range.
 * @throws TRPCError BAD_REQUEST naming `unit` for more lines than anybody reads.
 */
export function periodsOf({
  from,
  to,
  unit,
  day,
}: Omit<ReportInput, 'merchantId'>): readonly Period[] {
  const periods: Period[] = [];
  let firstDay = from;
  while (firstDay <= to) {
    const next = nextPeriod(firstDay, unit);
    const lastDay = addDays(next, -1) < to ? addDays(next, -1) : to;
    const whole = { ...spanOf(firstDay, lastDay, day), firstDay, lastDay };
    periods.push(...(unit === 'hour' ? hoursOf(whole) : [whole]));
    if (periods.length > AT_MOST) throw fieldError('unit', 'too-many-periods');
    firstDay = next;
  }
  return periods;
}

/** From the first day's beginning to the last day's end, in ms UTC. */
export function spanOf(
  firstDay: string,
  lastDay: string,
  kind: DayKind,
): { from: number; to: number } {
  return { from: startOfDay(firstDay, kind), to: startOfDay(addDays(lastDay, 1), kind) };
}

function nextPeriod(day: string, unit: ReportInput['unit']): string {
  if (unit === 'week') return addDays(mondayOf(day), 7);
  if (unit === 'month') return nextMonth(day);
  return addDays(day, 1);
}

function hoursOf(day: Period): Period[] {
  const hours = (day.to - day.from) / HOUR;
  return Array.from({ length: hours }, (_, at) => {
    const from = day.from + at * HOUR;
    return { ...day, from, to: from + HOUR };
  });
}
