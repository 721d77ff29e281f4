import { type PaymentSearch, writePaymentSearch } from './payment-search.ts';

const newest = { sort: 'created', order: 'desc' } as const;

/** The ready-made views: each is nothing but an address of the list. */
export const paymentViews = [
  { key: 'all', search: newest },
  {
    key: 'toCapture',
    search: { status: ['authorized', 'part_captured'], sort: 'captureBy', order: 'asc' },
  },
  {
    key: 'refundableSoon',
    search: { refundUrgency: ['critical', 'urgent', 'soon'], sort: 'refundUntil', order: 'asc' },
  },
  { key: 'unknown', search: { status: ['unknown'], ...newest } },
  { key: 'failed', search: { status: ['expired', 'failed'], ...newest } },
] as const satisfies readonly { key: string; search: PaymentSearch }[];

export type PaymentViewKey = (typeof paymentViews)[number]['key'];

/** The view whose address this is; null once a filter was added or taken away. Sorting does not leave a view. */
export function viewOf(search: PaymentSearch): PaymentViewKey | null {
  return paymentViews.find((view) => filterText(view.search) === filterText(search))?.key ?? null;
}

function filterText({ sort, order, ...filters }: PaymentSearch): string {
  const written = Object.entries(writePaymentSearch({ ...filters, ...newest }));
  return JSON.stringify(written.toSorted(([a], [b]) => a.localeCompare(b)));
}
