import { isDay } from '../ui/swiss-day.ts';

export const filterStatuses = [
  'awaiting',
  'processing',
  'scheduled',
  'authorized',
  'part_captured',
  'captured',
  'part_refunded',
  'refunded',
  'reversed',
  'expired',
  'failed',
  'unknown',
] as const;
export const filterUrgencies = ['critical', 'urgent', 'soon', 'calm', 'missed'] as const;
const sorts = ['created', 'captureBy', 'refundUntil', 'amount'] as const;
const orders = ['asc', 'desc'] as const;

type FilterStatus = (typeof filterStatuses)[number];
type FilterUrgency = (typeof filterUrgencies)[number];
export type PaymentSort = (typeof sorts)[number];

/** What the address of the list says. Days are Swiss days (YYYY-MM-DD), amounts minor units. */
export type PaymentSearch = {
  readonly search?: string;
  readonly status?: readonly FilterStatus[];
  readonly captureUrgency?: readonly FilterUrgency[];
  readonly refundUrgency?: readonly FilterUrgency[];
  readonly from?: string;
  readonly to?: string;
  readonly amountMin?: number;
  readonly amountMax?: number;
  readonly connection?: string;
  readonly sort: PaymentSort;
  readonly order: (typeof orders)[number];
};
type Field = keyof PaymentSearch;
export type SearchProblem = { readonly field: Field; readonly value: string };

/** Reads the address. What cannot be read is left out and named in `problems`; the rest is kept. */
export function readPaymentSearch(raw: Readonly<Record<string, unknown>>): {
  readonly search: PaymentSearch;
  readonly problems: readonly SearchProblem[];
} {
  const problems: SearchProblem[] = [];
  const text = (field: Field) => String(raw[field] ?? '').trim();

  const one = <T>(field: Field, parse: (value: string) => T | null) => {
    const value = text(field);
    const parsed = value === '' ? null : parse(value);
    if (value !== '' && parsed === null) problems.push({ field, value });
    return parsed ?? undefined;
  };
  const many = <T extends string>(field: Field, known: readonly T[]) => {
    const given = text(field)
      .split(',')
      .map((value) => value.trim());
    const wrong = given.filter((value) => value !== '' && !known.some((name) => name === value));
    if (wrong.length > 0) problems.push({ field, value: wrong.join(', ') });
    const right = known.filter((name) => given.includes(name));
    return right.length > 0 ? right : undefined;
  };

  const search = {
    search: one('search', (value) => (value.length <= 200 ? value : null)),
    status: many('status', filterStatuses),
    captureUrgency: many('captureUrgency', filterUrgencies),
    refundUrgency: many('refundUrgency', filterUrgencies),
    from: one('from', (value) => (isDay(value) ? value : null)),
    to: one('to', (value) => (isDay(value) ? value : null)),
    amountMin: one('amountMin', parseFrancs),
    amountMax: one('amountMax', parseFrancs),
    connection: one('connection', (value) => (/^[\w-]{1,40}$/.test(value) ? value : null)),
    sort: one('sort', (value) => sorts.find((known) => known === value) ?? null) ?? 'created',
    order: one('order', (value) => orders.find((known) => known === value) ?? null) ?? 'desc',
  };
  if (search.from !== undefined && search.to !== undefined && search.to < search.from) {
    problems.push({ field: 'to', value: search.to });
    search.to = undefined;
  }
  if ((search.amountMax ?? Number.POSITIVE_INFINITY) < (search.amountMin ?? 0)) {
    problems.push({ field: 'amountMax', value: text('amountMax') });
    search.amountMax = undefined;
  }
  return { search: withoutGaps(search), problems };
}

/** The address of a search: only what differs from the plain list, lists joined by commas. */
export function writePaymentSearch(search: PaymentSearch): Record<string, string | number> {
  const { sort, order, amountMin, amountMax, status, captureUrgency, refundUrgency, ...texts } =
    search;
  return withoutGaps({
    ...texts,
    status: status?.join(','),
    captureUrgency: captureUrgency?.join(','),
    refundUrgency: refundUrgency?.join(','),
    amountMin: amountMin === undefined ? undefined : amountMin / 100,
    amountMax: amountMax === undefined ? undefined : amountMax / 100,
    sort: sort === 'created' ? undefined : sort,
    order: order === 'desc' ? undefined : order,
  });
}

/** What the server is asked; it takes Swiss days as they are. */
export function toListInput({ status, captureUrgency, refundUrgency, ...rest }: PaymentSearch) {
  return withoutGaps({
    ...rest,
    status: status && [...status],
    captureUrgency: captureUrgency && [...captureUrgency],
    refundUrgency: refundUrgency && [...refundUrgency],
  });
}

/** How many filters are set; the search text counts as one. */
export function countFilters({ sort, order, ...filters }: PaymentSearch): number {
  return Object.values(filters).filter((value) => value !== undefined).length;
}

function parseFrancs(value: string): number | null {
  return /^\d{1,8}(\.\d{1,2})?$/.test(value) ? Math.round(Number(value) * 100) : null;
}

type WithoutGaps<T> = {
  [K in keyof T as undefined extends T[K] ? never : K]: T[K];
} & { [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined> };

function withoutGaps<T extends object>(value: T): WithoutGaps<T> {
  return Object.fromEntries(
    Object.entries(value).filter(([, part]) => part !== undefined),
  ) as WithoutGaps<T>;
}
