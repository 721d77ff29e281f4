import { TRPCError } from '@trpc/server';
import { captureThresholds, refundThresholdsFor } from 'paygate-payments';
import { listConnections } from '../connections/find-connection.ts';
import type { GatewayConnection } from '../connections/gateway-connection.ts';
import type { Deps } from '../deps.ts';
import type { Person } from '../sessions/person.ts';
import { fieldError } from '../trpc.ts';
import { visibleMerchants } from './find-visible-payment.ts';
import { decodeCursor, encodeCursor, type Position } from './list-cursor.ts';
import { type ListQuery, type SortColumn, selectPayments } from './list-store.ts';
import type { PaymentFilter } from './payment-filter.ts';
import type { PaymentView } from './payment-view.ts';
import { createPresenter } from './present-payment.ts';
import { readSearchTerm } from './search-term.ts';
import { urgencyRange } from './urgency-range.ts';

const sortColumns: Readonly<Record<PaymentFilter['sort'], SortColumn>> = {
  created: 'created_at',
  captureBy: 'capture_due',
  refundUntil: 'refund_due',
  amount: 'authorized',
};

/**
 * One page of the payments a person may see. Every row is met exactly once by following
 * `nextCursor`, whatever is added meanwhile.
 * @throws TRPCError BAD_REQUEST for a cursor of another filter, NOT_FOUND for a foreign merchant or
 * connection.
 */
export async function listPayments(
  deps: Deps,
  person: Person,
  filter: PaymentFilter,
): Promise<{ readonly rows: PaymentView[]; readonly nextCursor: string | null }> {
  const sql = deps.database.read;
  const after = filter.cursor == null ? null : positionIn(filter, filter.cursor);
  const connections = await listConnections(deps, sql, merchantsFor(person, filter));
  const query = toQuery(person, filter, connections, after, deps.clock.now());
  const listed = await selectPayments(sql, { ...query, limit: filter.limit + 1 });

  const page = listed.slice(0, filter.limit);
  const last = listed.length > filter.limit ? page.at(-1) : undefined;
  const present = await createPresenter(deps, sql, person);
  return {
    rows: page.map(({ payment }) => present(payment)),
    nextCursor: last === undefined ? null : encodeCursor(filter, last.position),
  };
}

function positionIn(filter: PaymentFilter, cursor: string): Position {
  const position = decodeCursor(filter, cursor);
  if (position !== null) return position;
  throw fieldError('cursor', 'not-a-cursor-of-this-list');
}

/** The merchants a filter is about. @throws TRPCError NOT_FOUND for a foreign one. */
export function merchantsFor(person: Person, { merchantId }: PaymentFilter): readonly number[] {
  const visible = visibleMerchants(person);
  if (merchantId === undefined) return visible;
  if (!visible.includes(merchantId)) throw new TRPCError({ code: 'NOT_FOUND' });
  return [merchantId];
}

/** The filter with every word of it checked, as the stores understand it. `now` is ms UTC. */
export function toQuery(
  person: Person,
  filter: PaymentFilter,
  connections: readonly GatewayConnection[],
  after: Position | null,
  now: number,
): ListQuery {
  const { connection: slug, captureUrgency, refundUrgency } = filter;
  const connection = connections.find((known) => known.slug === slug);
  if (slug !== undefined && connection === undefined) throw new TRPCError({ code: 'NOT_FOUND' });

  const windows = Map.groupBy(connections, ({ refundWindowMs }) => refundWindowMs);
  const refundDue = (urgency: NonNullable<typeof refundUrgency>[number]) =>
    [...windows].map(([windowMs, group]) => ({
      range: urgencyRange(urgency, now, refundThresholdsFor(windowMs)),
      connectionIds: group.map(({ id }) => id),
    }));
  return {
    merchantIds: merchantsFor(person, filter),
    connectionId: connection?.id ?? null,
    status: chosen(filter.status),
    captureDue:
      chosen(captureUrgency)?.map((urgency) => urgencyRange(urgency, now, captureThresholds)) ??
      null,
    refundDue: chosen(refundUrgency)?.flatMap(refundDue) ?? null,
    amountMin: filter.amountMin ?? null,
    amountMax: filter.amountMax ?? null,
    from: filter.from ?? null,
    to: filter.to ?? null,
    search: readSearchTerm(filter.search ?? ''),
    sort: sortColumns[filter.sort],
    order: filter.order,
    after,
    limit: filter.limit,
  };
}

/** A choice of nothing is no choice: a filter whose last box was cleared shows everything again. */
function chosen<T>(values: readonly T[] | undefined): readonly T[] | null {
  return values === undefined || values.length === 0 ? null : values;
}
