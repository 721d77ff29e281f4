import { listConnections } from '../connections/find-connection.ts';
import type { Deps } from '../deps.ts';
import type { Person } from '../sessions/person.ts';
import type { Sql } from '../storage/database.ts';
import { fieldError } from '../trpc.ts';
import { visibleMerchants } from './find-visible-payment.ts';
import { decodeCursor, encodeCursor } from './list-cursor.ts';
import { type Place, sortColumns } from './list-position.ts';
import { selectPayments } from './list-store.ts';
import { matchedParts } from './match-search.ts';
import type { PaymentFilter } from './payment-filter.ts';
import type { ListedPaymentView } from './payment-view.ts';
import { createPresenter, presenterOver } from './present-payment.ts';
import { readQueryOver } from './read-query.ts';
import { selectFormerRefNrs } from './ref-nr-store.ts';
import { startValue } from './start-value.ts';

export type PaymentPage = {
  readonly rows: ListedPaymentView[];
  readonly nextCursor: string | null;
  readonly prevCursor: string | null;
  /** The list from the first of these rows on; null without one. */
  readonly startCursor: string | null;
};

/**
 * One page of the payments a person may see. Every row is met exactly once by following
 * `nextCursor`, or `prevCursor` backwards, whatever is added meanwhile.
 * @throws TRPCError BAD_REQUEST for a cursor of another filter or an impossible range, NOT_FOUND
 * for a foreign merchant or connection.
 */
export async function listPayments(
  deps: Deps,
  person: Person,
  filter: PaymentFilter,
): Promise<PaymentPage> {
  const sql = deps.database.read;
  const { direction, limit, order } = filter;
  const after = await startOf(sql, filter);
  const until = filter.until == null ? null : placeOf(filter, 'until', filter.until);
  const now = deps.clock.now();
  const connections = await listConnections(deps, sql, visibleMerchants(person));
  const query = await readQueryOver(connections, sql, person, filter, now);
  const sort = sortColumns[filter.sort];
  const listed = await selectPayments(sql, {
    ...query,
    sort,
    order,
    direction,
    after,
    until,
    limit: limit + 1,
  });

  const isMore = listed.length > limit;
  const page = direction === 'next' ? listed.slice(0, limit) : listed.slice(-limit);
  const former =
    query.search === null
      ? new Map<string, readonly string[]>()
      : await selectFormerRefNrs(
          sql,
          page.map(({ payment }) => payment),
        );
  // A connection can be added, and a payment through it, after the connections were read.
  const isKnown = page.every(({ payment }) =>
    connections.some(({ id }) => id === payment.connectionId),
  );
  const present = isKnown
    ? presenterOver(connections, person, now)
    : await createPresenter(deps, sql, person);
  const cursor = (row: (typeof page)[number] | undefined, side: Place['side']) => {
    const place = row === undefined ? after : { ...row.position, side };
    return place === null ? null : encodeCursor(filter, place);
  };
  const first = cursor(page.at(0), 'before');
  const last = cursor(page.at(-1), 'after');
  return {
    rows: page.map(({ payment }) => ({
      ...present(payment),
      matched:
        query.search === null
          ? []
          : [...matchedParts(payment, query.search, former.get(payment.id))],
    })),
    nextCursor: (direction === 'previous' ? after !== null : isMore) ? last : null,
    prevCursor: direction === 'previous' ? (isMore ? first : null) : after === null ? null : first,
    startCursor: page.length === 0 ? null : first,
  };
}

async function startOf(sql: Sql, filter: PaymentFilter): Promise<Place | null> {
  const { cursor, startAt, sort, order } = filter;
  if (cursor != null) return placeOf(filter, 'cursor', cursor);
  return startAt === undefined ? null : startValue(sql, { startAt, sort, order });
}

function placeOf(filter: PaymentFilter, field: 'cursor' | 'until', text: string): Place {
  const place = decodeCursor(filter, text);
  if (place === null) throw fieldError(field, 'not-a-cursor-of-this-list');
  return place;
}
