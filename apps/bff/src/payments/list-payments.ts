import type { Deps } from '../deps.ts';
import type { Person } from '../sessions/person.ts';
import type { Sql } from '../storage/database.ts';
import { fieldError } from '../trpc.ts';
import { decodeCursor, encodeCursor } from './list-cursor.ts';
import { type Position, sortColumns } from './list-position.ts';
import { selectPayments } from './list-store.ts';
import { matchedParts } from './match-search.ts';
import type { PaymentFilter } from './payment-filter.ts';
import type { ListedPaymentView } from './payment-view.ts';
import { createPresenter } from './present-payment.ts';
import { readQuery } from './read-query.ts';
import { startValue } from './start-value.ts';

export type PaymentPage = {
  readonly rows: ListedPaymentView[];
  readonly nextCursor: string | null;
  readonly prevCursor: string | null;
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
  const query = await readQuery(deps, sql, person, filter, deps.clock.now());
  const sort = sortColumns[filter.sort];
  const listed = await selectPayments(sql, {
    ...query,
    sort,
    order,
    direction,
    after,
    limit: limit + 1,
  });

  const isMore = listed.length > limit;
  const page = direction === 'next' ? listed.slice(0, limit) : listed.slice(-limit);
  const present = await createPresenter(deps, sql, person);
  const cursor = (position: Position | undefined) =>
    position === undefined ? null : encodeCursor(filter, position);
  const first = cursor(page.at(0)?.position ?? after ?? undefined);
  const last = cursor(page.at(-1)?.position ?? after ?? undefined);
  return {
    rows: page.map(({ payment }) => ({
      ...present(payment),
      matched: query.search === null ? [] : [...matchedParts(payment, query.search)],
    })),
    nextCursor: direction === 'previous' || isMore ? last : null,
    prevCursor: direction === 'previous' ? (isMore ? first : null) : after === null ? null : first,
  };
}

async function startOf(sql: Sql, filter: PaymentFilter): Promise<Position | null> {
  const { cursor, startAt, sort, order } = filter;
  if (cursor != null) {
    const position = decodeCursor(filter, cursor);
    if (position === null) throw fieldError('cursor', 'not-a-cursor-of-this-list');
    return position;
  }
  return startAt === undefined ? null : startValue(sql, { startAt, sort, order });
}
