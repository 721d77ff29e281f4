import type { RawBuilder } from 'kysely';
import type { SortColumn } from './list-position.ts';
import { everyMatch, pageOf, type Reading } from './list-statements-store.ts';
import type { PaymentQuery } from './payment-query.ts';
import { pageByRefundDay } from './refund-days-store.ts';
import { refundSpan } from './refund-span.ts';

const DAY_MS = 86_400_000;
/** Up to how many days of refund deadlines are read whole and sorted, rather than met along the list. */
const DAYS_TO_SORT: Readonly<Partial<Record<SortColumn, number>>> = {
  authorized: 3,
  capture_due: 14,
};

/**
 * A page of a query that searches for nothing. Payments with near refund deadlines lie together, months
 * down the list of time: the planner, which takes them for spread, would walk past everything that is
 * newer. In another order few days are read whole; more of them are met soon enough along the list.
 */
export function pageWithoutSearch(query: PaymentQuery, reading: Reading): RawBuilder<unknown> {
  const span = refundSpan(query);
  const { column } = reading.stretch;
  if (span === null || column === 'refund_due') return pageOf(query, reading);
  if (column === 'created_at') return pageByRefundDay(query, reading, span);
  const isShort =
    span.after !== null && span.until - span.after <= (DAYS_TO_SORT[column] ?? 0) * DAY_MS;
  return isShort ? everyMatch(query, reading) : pageOf(query, reading);
}
