import {
  type AddressProblem,
  addressReader,
  longestSearch,
  parseFrancs,
  parseWhole,
  withoutGaps,
} from '../lists/address-reader.ts';
import { endOfMoment, isMoment } from '../ui/swiss-day.ts';

export const stepKinds = ['authorization', 'capture', 'reversal', 'credit', 'expiry'] as const;
export const stepStates = [
  'succeeded',
  'failed',
  'unknown',
  'review',
  'awaiting_approval',
  'requested',
  'sending',
  'not_executed',
  'cancelled',
] as const;
export const stepOrigins = ['desk', 'outside'] as const;
const sorts = ['at', 'amount'] as const;
const orders = ['asc', 'desc'] as const;

/** What the address of the list of steps says. Amounts minor units, days as in the list of payments. */
export type StepSearch = {
  readonly search?: string;
  readonly kind?: readonly (typeof stepKinds)[number][];
  readonly state?: readonly (typeof stepStates)[number][];
  /** The beginning of a code, one to eight digits. */
  readonly code?: string;
  readonly from?: string;
  readonly to?: string;
  readonly amountMin?: number;
  readonly amountMax?: number;
  /** Who did it. */
  readonly by?: string;
  readonly origin?: (typeof stepOrigins)[number];
  readonly merchant?: number;
  readonly sort: (typeof sorts)[number];
  readonly order: (typeof orders)[number];
};
export type StepField = keyof StepSearch;

const fields: readonly StepField[] = [
  'search',
  'kind',
  'state',
  'code',
  'from',
  'to',
  'amountMin',
  'amountMax',
  'by',
  'origin',
  'merchant',
  'sort',
  'order',
];
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads the address. What cannot be read is left out and named in `problems`; the rest is kept. */
export function readStepSearch(raw: Readonly<Record<string, unknown>>): {
  readonly search: StepSearch;
  readonly problems: readonly AddressProblem<StepField>[];
} {
  const { problems, one, many, among, range } = addressReader(raw, fields);
  const moment = (value: string) => (isMoment(value) ? value : null);
  const read = {
    search: one('search', (value) => (value.length <= longestSearch ? value : null)),
    kind: many('kind', stepKinds),
    state: many('state', stepStates),
    code: one('code', (value) => (/^\d{1,8}$/.test(value) ? value : null)),
    from: one('from', moment),
    to: one('to', moment),
    amountMin: one('amountMin', parseFrancs),
    amountMax: one('amountMax', parseFrancs),
    by: one('by', (value) => (uuid.test(value) ? value : null)),
    origin: among('origin', stepOrigins),
    merchant: one('merchant', (value) => parseWhole(value, 1, 999_999_999)),
    sort: among('sort', sorts) ?? 'at',
    order: among('order', orders) ?? 'desc',
  };
  const { from, to, amountMin = 0, amountMax = Number.POSITIVE_INFINITY } = read;
  const isBackwards = from !== undefined && to !== undefined && endOfMoment(to) < from;
  const search = {
    ...read,
    to: range('to', read.to, isBackwards),
    amountMax: range('amountMax', read.amountMax, amountMax < amountMin),
  };
  return { search: withoutGaps(search), problems };
}

/** The address of a search: only what differs from the plain list, lists joined by commas. */
export function writeStepSearch(search: StepSearch): Record<string, string | number> {
  const { amountMin, amountMax, kind, state, sort, order, ...plain } = search;
  return withoutGaps({
    ...plain,
    kind: kind?.join(','),
    state: state?.join(','),
    amountMin: amountMin === undefined ? undefined : amountMin / 100,
    amountMax: amountMax === undefined ? undefined : amountMax / 100,
    sort: sort === 'at' ? undefined : sort,
    order: order === 'desc' ? undefined : order,
  });
}

/** What the server is asked to find. */
export function toStepCriteria({ sort: _sort, order: _order, ...filters }: StepSearch) {
  const { kind, state, merchant, ...rest } = filters;
  return withoutGaps({
    ...rest,
    kind: kind && [...kind],
    state: state && [...state],
    merchantId: merchant,
  });
}

/** The same in the order of the list. */
export function toStepListInput(search: StepSearch) {
  return { ...toStepCriteria(search), sort: search.sort, order: search.order };
}

/** How many filters are set; the search text counts as one. */
export function countStepFilters({ sort, order, ...filters }: StepSearch): number {
  return Object.values(filters).filter((value) => value !== undefined).length;
}

/** A change of a search; undefined and empty parts leave it. */
export type StepChange = { readonly [K in StepField]?: StepSearch[K] | undefined };

/** The search with a change made to it. */
export function mergeStepSearch(search: StepSearch, change: StepChange): StepSearch {
  const merged = Object.entries({ ...search, ...change }).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return { sort: search.sort, order: search.order, ...Object.fromEntries(merged) };
}
