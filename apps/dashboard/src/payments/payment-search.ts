import {
  type AddressProblem,
  addressReader,
  longestSearch,
  parseFrancs,
  parseWhole,
  withoutGaps,
} from '../lists/address-reader.ts';
import { endOfMoment, isMoment } from '../ui/swiss-day.ts';

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
export const filterSources = ['shop', 'api', 'desk', 'imported'] as const;
const sorts = ['created', 'captureBy', 'refundUntil', 'amount'] as const;
const orders = ['asc', 'desc'] as const;

type FilterStatus = (typeof filterStatuses)[number];
type FilterUrgency = (typeof filterUrgencies)[number];
export type FilterSource = (typeof filterSources)[number];
export type PaymentSort = (typeof sorts)[number];

/**
 * What the address of the list says. `from` and `to` are Swiss days (YYYY-MM-DD) or minutes of them
 * (YYYY-MM-DDTHH:MM), amounts minor units, `…Within` hours.
 */
export type PaymentSearch = {
  readonly search?: string;
  readonly status?: readonly FilterStatus[];
  readonly captureUrgency?: readonly FilterUrgency[];
  readonly refundUrgency?: readonly FilterUrgency[];
  readonly captureWithin?: number;
  readonly refundWithin?: number;
  readonly from?: string;
  readonly to?: string;
  readonly amountMin?: number;
  readonly amountMax?: number;
  readonly refunded?: boolean;
  readonly unknown?: boolean;
  readonly note?: boolean;
  readonly source?: readonly FilterSource[];
  readonly merchant?: number;
  readonly connection?: string;
  readonly sort: PaymentSort;
  readonly order: (typeof orders)[number];
};
type Field = keyof PaymentSearch;
export type SearchProblem = AddressProblem<Field>;

const fields: readonly Field[] = [
  'search',
  'status',
  'captureUrgency',
  'refundUrgency',
  'captureWithin',
  'refundWithin',
  'from',
  'to',
  'amountMin',
  'amountMax',
  'refunded',
  'unknown',
  'note',
  'source',
  'merchant',
  'connection',
  'sort',
  'order',
];
const aYearOfHours = 8760;

/** Reads the address. What cannot be read is left out and named in `problems`; the rest is kept. */
export function readPaymentSearch(raw: Readonly<Record<string, unknown>>): {
  readonly search: PaymentSearch;
  readonly problems: readonly SearchProblem[];
} {
  const { problems, one, many, among, yesOrNo, range } = addressReader(raw, fields);
  const hours = (value: string) => parseWhole(value, 1, aYearOfHours);
  const moment = (value: string) => (isMoment(value) ? value : null);
  const read = {
    search: one('search', (value) => (value.length <= longestSearch ? value : null)),
    status: many('status', filterStatuses),
    captureUrgency: many('captureUrgency', filterUrgencies),
    refundUrgency: many('refundUrgency', filterUrgencies),
    captureWithin: one('captureWithin', hours),
    refundWithin: one('refundWithin', hours),
    from: one('from', moment),
    to: one('to', moment),
    amountMin: one('amountMin', parseFrancs),
    amountMax: one('amountMax', parseFrancs),
    refunded: yesOrNo('refunded'),
    unknown: yesOrNo('unknown'),
    note: yesOrNo('note'),
    source: many('source', filterSources),
    merchant: one('merchant', (value) => parseWhole(value, 1, 999_999_999)),
    connection: one('connection', (value) => (/^[\w-]{1,40}$/.test(value) ? value : null)),
    sort: among('sort', sorts) ?? 'created',
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
export function writePaymentSearch(search: PaymentSearch): Record<string, string | number> {
  const { sort, order, amountMin, amountMax, status, captureUrgency, refundUrgency, ...texts } =
    search;
  const { source, refunded, unknown, note, ...plain } = texts;
  const said = (value: boolean | undefined) =>
    value === undefined ? undefined : value ? 'yes' : 'no';
  return withoutGaps({
    ...plain,
    status: status?.join(','),
    captureUrgency: captureUrgency?.join(','),
    refundUrgency: refundUrgency?.join(','),
    source: source?.join(','),
    refunded: said(refunded),
    unknown: said(unknown),
    note: said(note),
    amountMin: amountMin === undefined ? undefined : amountMin / 100,
    amountMax: amountMax === undefined ? undefined : amountMax / 100,
    sort: sort === 'created' ? undefined : sort,
    order: order === 'desc' ? undefined : order,
  });
}

/** What the server is asked to find; it takes Swiss days as they are. */
export function toCriteria({ sort: _sort, order: _order, ...filters }: PaymentSearch) {
  const { status, captureUrgency, refundUrgency, source, merchant, ...rest } = filters;
  return withoutGaps({
    ...rest,
    status: status && [...status],
    captureUrgency: captureUrgency && [...captureUrgency],
    refundUrgency: refundUrgency && [...refundUrgency],
    source: source && [...source],
    merchantId: merchant,
  });
}

/** The same in the order of the list. */
export function toListInput(search: PaymentSearch) {
  return { ...toCriteria(search), sort: search.sort, order: search.order };
}

/** How many filters are set; the search text counts as one. */
export function countFilters({ sort, order, ...filters }: PaymentSearch): number {
  return Object.values(filters).filter((value) => value !== undefined).length;
}
