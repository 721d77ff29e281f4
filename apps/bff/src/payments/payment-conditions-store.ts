import { sql as fragment } from 'kysely';
import type { PaymentQuery, PaymentSearch } from './payment-query.ts';
import { all, any, type Condition, startOf } from './query-builder.ts';
import { type DueRange, rangeAround } from './urgency-range.ts';

/** Statuses of payments of which nothing was ever authorized, and of those of which something was. */
const WITHOUT_AMOUNT = ['awaiting', 'failed'];
const WITH_AMOUNT = [
  ...['scheduled', 'authorized', 'part_captured', 'captured'],
  ...['part_refunded', 'refunded', 'reversed'],
];
/** Statuses of what waits to be captured; word for word what their index by amount holds. */
const WAITING = ['scheduled', 'authorized', 'part_captured'];

/** What holds for every payment of a query, to be joined by AND over the table `payments`. */
export function conditionsOf(query: PaymentQuery): Condition[] {
  return [merchantIn(query.merchantIds), ...filtersOf(query), ...searchOf(query)];
}

/** One merchant as an equality, so that the indexes, which all begin with it, give the order too. */
export function merchantIn(merchantIds: readonly number[]): Condition {
  const [only] = merchantIds;
  return merchantIds.length === 1
    ? fragment`merchant_id = ${only}`
    : fragment`merchant_id = ANY(${merchantIds}::int[])`;
}

/** Everything but the merchant and the search text. */
export function filtersOf(query: PaymentQuery): Condition[] {
  const { connectionId, status, source, amountMin, amountMax, from, to } = query;
  const conditions: Condition[] = [];
  if (connectionId !== null) conditions.push(fragment`connection_id = ${connectionId}`);
  if (status !== null) conditions.push(oneOf('status', status));
  // Says the same again, for the planner: sorted by amount, payments without one are all at one end.
  if (status?.every((name) => WITHOUT_AMOUNT.includes(name))) {
    conditions.push(fragment`authorized = 0`);
  }
  if (status?.every((name) => WITH_AMOUNT.includes(name))) {
    conditions.push(fragment`authorized > 0`);
  }
  if (source !== null) conditions.push(oneOf('source', source));
  if (amountMin !== null) conditions.push(fragment`authorized >= ${amountMin}`);
  if (amountMax !== null) conditions.push(fragment`authorized <= ${amountMax}`);
  if (from !== null) conditions.push(fragment`created_at >= ${startOf(from, 0)}`);
  if (to !== null) conditions.push(fragment`created_at < ${startOf(to, 1)}`);
  return [...conditions, ...factsOf(query), ...deadlinesOf(query)];
}

/** Whether these are all statuses of what waits to be captured. */
export function areWaiting(status: readonly string[]): boolean {
  return status.every((name) => WAITING.includes(name));
}

function factsOf({ refunded, unknown, note }: PaymentQuery): Condition[] {
  const conditions: Condition[] = [];
  if (refunded !== null)
    conditions.push(refunded ? fragment`refunded > 0` : fragment`refunded = 0`);
  if (unknown !== null) {
    conditions.push(unknown ? fragment`status = 'unknown'` : fragment`status <> 'unknown'`);
  }
  if (note !== null) conditions.push(note ? fragment`noted` : fragment`NOT noted`);
  return conditions;
}

function deadlinesOf({
  captureDue,
  refundDue,
  captureWithin,
  refundWithin,
}: PaymentQuery): Condition[] {
  const conditions: Condition[] = [];
  if (captureDue !== null) {
    conditions.push(any(captureDue.map((range) => dueIn('capture_due', range))));
  }
  if (refundDue !== null) {
    const ranges = refundDue.map(({ range, connectionIds }) =>
      all([fragment`connection_id = ANY(${connectionIds}::uuid[])`, dueIn('refund_due', range)]),
    );
    conditions.push(any(ranges));
  }
  if (captureWithin !== null) conditions.push(dueIn('capture_due', captureWithin));
  if (refundWithin !== null) conditions.push(dueIn('refund_due', refundWithin));
  return conditions;
}

/** The search as conditions; none while nothing is searched for. */
export function searchOf({ merchantIds, search }: PaymentQuery): Condition[] {
  return search === null ? [] : [any(matchesOf(merchantIds, search))];
}

function matchesOf(merchantIds: readonly number[], search: PaymentSearch): Condition[] {
  const { prefixes, contains, amount, day, steps, connectionIds } = search;
  const begins = (column: string): Condition =>
    any(prefixes.map((prefix) => fragment`${fragment.ref(column)} LIKE ${prefix}`));
  const unique = (column: string): Condition =>
    all([fragment`connection_id = ANY(${connectionIds}::uuid[])`, begins(column)]);

  const conditions: Condition[] = [unique('pay_id'), unique('twint_order_id')];
  // From three characters on, the searchable text holds these two in any place.
  if (contains !== null) conditions.push(fragment`search LIKE ${contains}`);
  else conditions.push(unique('trans_id'), all([merchantIn(merchantIds), begins('ref_nr')]));
  if (amount !== null) {
    conditions.push(
      all([merchantIn(merchantIds), fragment`authorized = ${amount}`]),
      all([
        merchantIn(merchantIds),
        fragment`authorized = 0`,
        fragment`requested_amount = ${amount}`,
      ]),
    );
  }
  if (day !== null) {
    conditions.push(
      all([
        merchantIn(merchantIds),
        fragment`created_at >= ${startOf(day, 0)}`,
        fragment`created_at < ${startOf(day, 1)}`,
      ]),
    );
  }
  if (steps.length > 0) {
    const ids = steps.map(({ paymentId }) => paymentId);
    conditions.push(all([merchantIn(merchantIds), fragment`id = ANY(${ids}::uuid[])`]));
  }
  return conditions;
}

function oneOf(column: string, values: readonly string[]): Condition {
  const [only] = values;
  return values.length === 1
    ? fragment`${fragment.ref(column)} = ${only}`
    : fragment`${fragment.ref(column)} = ANY(${values}::text[])`;
}

/**
 * For what is read by an index of deadlines: where the first of several ranges begins and the last ends.
 * An index cannot be entered by one of several, and everything that is over lies before what is due.
 */
export function dueAround(
  { captureDue, refundDue }: PaymentQuery,
  column: 'capture_due' | 'refund_due',
): Condition[] {
  const ranges = column === 'capture_due' ? captureDue : refundDue?.map(({ range }) => range);
  const whole = rangeAround(ranges ?? []);
  return whole === null ? [] : [dueIn(column, whole)];
}

function dueIn(column: string, { after, until, never }: DueRange): Condition {
  const due = fragment.ref(column);
  if (never) return fragment`${due} = 'infinity'`;
  const later = after === null ? fragment`true` : fragment`${due} > ${new Date(after)}`;
  const inTime =
    until === null ? fragment`${due} < 'infinity'` : fragment`${due} <= ${new Date(until)}`;
  return fragment`(${later} AND ${inTime})`;
}
