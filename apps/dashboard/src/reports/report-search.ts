import { isDay, presetDays } from '../ui/swiss-day.ts';

export const units = ['hour', 'day', 'week', 'month'] as const;
export const dayKinds = ['calendar', 'twint'] as const;

/** What the address of a report says. Swiss days (YYYY-MM-DD), both included. */
export type ReportSearch = {
  readonly from: string;
  readonly to: string;
  readonly unit: (typeof units)[number];
  readonly day: (typeof dayKinds)[number];
  readonly merchant?: number;
  readonly connection?: string;
};
export type SearchProblem = { readonly field: keyof ReportSearch; readonly value: string };

const isReportable = (day: string) => isDay(day) && day >= '2000-01-01' && day <= '2099-12-31';

/**
 * Reads the address; without a range it is this month. What cannot be read is left out and named.
 * `now` in ms UTC.
 */
export function readReportSearch(
  raw: Readonly<Record<string, unknown>>,
  now: number,
): { readonly search: ReportSearch; readonly problems: readonly SearchProblem[] } {
  const problems: SearchProblem[] = [];
  const one = <T extends string>(
    field: keyof ReportSearch,
    parse: (value: string) => T | undefined,
  ): T | undefined => {
    const value = String(raw[field] ?? '').trim();
    const parsed = value === '' ? undefined : parse(value);
    if (value !== '' && parsed === undefined) problems.push({ field, value });
    return parsed;
  };
  const day = (value: string) => (isReportable(value) ? value : undefined);
  const month = presetDays('thisMonth', now);
  const from = one('from', day);
  let to = one('to', day);
  if (from !== undefined && to !== undefined && to < from) {
    problems.push({ field: 'to', value: to });
    to = undefined;
  }
  const connection = one('connection', (value) =>
    /^[\w-]{1,40}$/.test(value) ? value : undefined,
  );
  const merchant = one('merchant', (value) => (/^[1-9]\d{0,8}$/.test(value) ? value : undefined));
  const range = from === undefined && to === undefined ? month : rangeOf(from, to, month.to);
  return {
    search: {
      ...range,
      unit: one('unit', (value) => units.find((known) => known === value)) ?? 'day',
      day: one('day', (value) => dayKinds.find((known) => known === value)) ?? 'calendar',
      ...(merchant === undefined ? {} : { merchant: Number(merchant) }),
      ...(connection === undefined ? {} : { connection }),
    },
    problems,
  };
}

/** Of whom a report speaks, as the server is asked for it. */
export function scopeOf({ connection, merchant }: ReportSearch) {
  return {
    ...(merchant === undefined ? {} : { merchantId: merchant }),
    ...(connection === undefined ? {} : { connection }),
  };
}

/** With one end given, the other is today, or the same day where today would lie before it. */
function rangeOf(from: string | undefined, to: string | undefined, today: string) {
  if (from === undefined) return { from: to ?? today, to: to ?? today };
  return { from, to: to ?? (from > today ? from : today) };
}
