import { sql as fragment, type RawBuilder } from 'kysely';
import { ordered, pageAmong, type Reading, reach } from './list-statements-store.ts';
import { filtersOf } from './payment-conditions-store.ts';
import type { PaymentQuery } from './payment-query.ts';
import { all, type Condition } from './query-builder.ts';
import type { RefundSpan } from './refund-span.ts';

const day = fragment`(refund_due AT TIME ZONE 'UTC')::date`;
/** Days from `first` to `last`, counted from `first`; and those that a list by time begins with. */
const EVERY_DAY = fragment`0, last - first`;
const FIRST_DAYS = {
  asc: fragment`0, least(1, last - first)`,
  desc: fragment`greatest(0, last - first - 1), last - first`,
};

/**
 * A page in the order of time, without a search, of payments whose refund ends in a span: each UTC day
 * of it is one run along its index, of which no more than a page is read.
 */
export function pageByRefundDay(
  query: PaymentQuery,
  reading: Reading,
  span: RefundSpan,
): RawBuilder<unknown> {
  if (span.after !== null) return pageAmong(ofDays(query, reading, span, EVERY_DAY), reading);

  // Years of days: a page of the days at one end says how far the others need to be read at all.
  const { order } = reading.stretch;
  const farthest = fragment.raw(order === 'asc' ? 'max' : 'min');
  const comparison = fragment.raw(order === 'asc' ? '<=' : '>=');
  const anything = order === 'asc' ? 'infinity' : '-infinity';
  const near = fragment<boolean>`created_at ${comparison} (
    SELECT CASE WHEN count(*) = ${reading.limit} THEN ${farthest}(created_at)
      ELSE ${anything}::timestamptz END
    FROM (SELECT * FROM (${ofDays(query, reading, span, FIRST_DAYS[order])}) ends ${ordered(reading)}) page)`;
  return pageAmong(ofDays(query, reading, span, EVERY_DAY, [near]), reading);
}

/** Names and times of a page of each of these days. */
function ofDays(
  query: PaymentQuery,
  reading: Reading,
  { after, until }: RefundSpan,
  days: RawBuilder<unknown>,
  more: readonly Condition[] = [],
): RawBuilder<unknown> {
  const first =
    after === null
      ? fragment`(SELECT min(${day}) FROM payments
          WHERE merchant_id = each_merchant.id AND refund_due < 'infinity')`
      : dayOf(after);
  const conditions = [
    fragment<boolean>`merchant_id = each_merchant.id AND refund_due < 'infinity'`,
    fragment<boolean>`${day} = first + ahead`,
    ...filtersOf(query),
    ...reach(reading),
    ...more,
  ];
  return fragment`SELECT of_day.* FROM unnest(${query.merchantIds}::int[]) AS each_merchant (id)
    CROSS JOIN LATERAL (SELECT ${first} AS first, ${dayOf(until)} AS last OFFSET 0) span
    CROSS JOIN LATERAL generate_series(${days}) ahead
    CROSS JOIN LATERAL (
      SELECT merchant_id, id, created_at FROM payments WHERE ${all(conditions)} ${ordered(reading)}
    ) of_day`;
}

function dayOf(at: number): RawBuilder<unknown> {
  return fragment`(${new Date(at)}::timestamptz AT TIME ZONE 'UTC')::date`;
}
