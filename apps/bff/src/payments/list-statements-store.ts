import { sql as fragment, type RawBuilder } from 'kysely';
import { type Place, type Position, type Stretch, takesRow } from './list-position.ts';
import {
  areWaiting,
  dueAround,
  filtersOf,
  merchantIn,
  searchOf,
} from './payment-conditions-store.ts';
import type { PaymentQuery } from './payment-query.ts';
import { paymentColumns } from './payment-store.ts';
import { all, type Condition } from './query-builder.ts';

/** Which rows of a stretch are read: those from a place on, up to another, at most `limit`. */
export type Reading = {
  readonly stretch: Stretch;
  readonly direction: 'next' | 'previous';
  readonly after: Place | null;
  readonly until: Place | null;
  readonly limit: number;
};

/** How far a search looks along the list before it asks the indexes which rows match at all. */
const NEARBY = 5000;

const columns = fragment.raw(`${paymentColumns}, capture_due, refund_due`);

/**
 * A page without a search. Several merchants, and several statuses where each has an index in this
 * order, are read one by one: each is one run along its index, and the planner need not guess.
 */
export function pageOf(query: PaymentQuery, reading: Reading): RawBuilder<unknown> {
  const { merchantIds, status } = query;
  const eachMerchant = merchantIds.length !== 1;
  const { column } = reading.stretch;
  const eachStatus =
    status !== null &&
    status.length > 1 &&
    (column === 'created_at' || (column === 'authorized' && areWaiting(status)));
  const conditions = [
    eachMerchant ? fragment<boolean>`merchant_id = each_merchant.id` : merchantIn(merchantIds),
    ...(eachStatus ? [fragment<boolean>`status = each_status.name`] : []),
    // The statuses themselves tell the planner that the index of what waits holds all of them.
    ...filtersOf(eachStatus && column === 'created_at' ? { ...query, status: null } : query),
    ...(column === 'capture_due' || column === 'refund_due' ? dueAround(query, column) : []),
    ...reach(reading),
  ];
  const page = fragment`SELECT ${columns} FROM payments WHERE ${all(conditions)} ${ordered(reading)}`;
  if (!eachMerchant && !eachStatus) return page;
  const each = [
    ...(eachMerchant ? [fragment`unnest(${merchantIds}::int[]) AS each_merchant (id)`] : []),
    ...(eachStatus ? [fragment`unnest(${status}::text[]) AS each_status (name)`] : []),
  ];
  return fragment`SELECT page.* FROM ${fragment.join(each, fragment` CROSS JOIN `)}
    CROSS JOIN LATERAL (${page}) page ${ordered(reading)}`;
}

/** A page of a search for what is common: found within a bounded walk along the list, or not at all. */
export function searchNearby(query: PaymentQuery, reading: Reading): RawBuilder<unknown> {
  const { merchantIds } = query;
  const [only] = merchantIds;
  const walk = (merchant: Condition) => fragment`SELECT * FROM payments
    WHERE ${all([merchant, ...reach(reading)])} ${ordered({ ...reading, limit: NEARBY })}`;
  const walked =
    merchantIds.length === 1
      ? walk(fragment`merchant_id = ${only}`)
      : fragment`SELECT walked.* FROM unnest(${merchantIds}::int[]) AS each_merchant (id)
          CROSS JOIN LATERAL (${walk(fragment`merchant_id = each_merchant.id`)}) walked
          ${ordered({ ...reading, limit: NEARBY })}`;
  return fragment`SELECT ${columns} FROM (${walked}) payments
    WHERE ${all([...filtersOf(query), ...searchOf(query)])} ${ordered(reading)}`;
}

/** A page of what is rare, searched for or not: every match by the indexes first, then the order. */
export function everyMatch(query: PaymentQuery, reading: Reading): RawBuilder<unknown> {
  const conditions = [
    merchantIn(query.merchantIds),
    ...filtersOf(query),
    ...dueAround(query, 'refund_due'),
    ...searchOf(query),
    ...reach(reading),
  ];
  const column = fragment.ref(reading.stretch.column);
  const found = fragment`SELECT merchant_id, id, ${column} FROM payments WHERE ${all(conditions)}`;
  return pageAmong(found, reading);
}

/** The page among what was found, which has a payment's names and the column of the order. */
export function pageAmong(found: RawBuilder<unknown>, reading: Reading): RawBuilder<unknown> {
  return fragment`WITH found AS MATERIALIZED (${found}), page AS (
      SELECT merchant_id, id FROM found ${ordered(reading)}
    )
    SELECT ${columns} FROM payments WHERE (merchant_id, id) IN (SELECT merchant_id, id FROM page)
    ${ordered(reading)}`;
}

/** What lies in the stretch and between the two places. */
export function reach({ stretch, direction, after, until }: Reading): Condition[] {
  const { column, rows, order } = stretch;
  const name = fragment.ref(column);
  const isUp = order === 'asc';
  const bound = (place: Place, end: 'from' | 'until'): Condition => {
    const sign = isUp === (end === 'from') ? '>' : '<';
    const comparison = fragment.raw(takesRow(place, end, direction) ? `${sign}=` : sign);
    return rows === 'never'
      ? fragment`id ${comparison} ${place.id}::uuid`
      : fragment`(${name}, id) ${comparison} (${edge(column, place)}, ${place.id}::uuid)`;
  };
  return [
    ...(rows === 'never' ? [fragment<boolean>`${name} = 'infinity'`] : []),
    ...(rows === 'due' ? [fragment<boolean>`${name} < 'infinity'`] : []),
    ...(after === null ? [] : [bound(after, 'from')]),
    ...(until === null ? [] : [bound(until, 'until')]),
  ];
}

function edge(column: Stretch['column'], { value }: Position): RawBuilder<unknown> {
  return column === 'authorized'
    ? fragment`${value}::bigint`
    : fragment`${new Date(value ?? 0)}::timestamptz`;
}

export function ordered({ stretch, limit }: Reading): RawBuilder<unknown> {
  const direction = fragment.raw(stretch.order);
  const key =
    stretch.rows === 'never'
      ? fragment``
      : fragment`${fragment.ref(stretch.column)} ${direction}, `;
  return fragment`ORDER BY ${key}id ${direction} LIMIT ${limit}`;
}
