import { TRPCError } from '@trpc/server';
import { captureThresholds, refundThresholdsFor } from 'paygate-payments';
import { listConnections } from '../connections/find-connection.ts';
import type { GatewayConnection } from '../connections/gateway-connection.ts';
import type { Deps } from '../deps.ts';
import type { Person } from '../sessions/person.ts';
import type { Sql } from '../storage/database.ts';
import { visibleMerchants } from './find-visible-payment.ts';
import { refuseEmptyRanges } from './moment-order.ts';
import type { PaymentCriteria } from './payment-filter.ts';
import type { PaymentQuery, PaymentSearch } from './payment-query.ts';
import { selectStepMatches } from './search-store.ts';
import { readSearchTerm } from './search-term.ts';
import { type DueRange, urgencyRange } from './urgency-range.ts';

const HOUR_MS = 3_600_000;

/**
 * Criteria with every word of them checked, for the stores. `now` is ms UTC.
 * @throws TRPCError NOT_FOUND for a foreign merchant or connection, BAD_REQUEST for a range that
 * ends before it begins.
 */
export async function readQuery(
  deps: Pick<Deps, 'secrets'>,
  sql: Sql,
  person: Person,
  criteria: PaymentCriteria,
  now: number,
): Promise<PaymentQuery> {
  const connections = await listConnections(deps, sql, merchantsFor(person, criteria));
  return readQueryOver(connections, sql, person, criteria, now);
}

/** The same for who has read the connections of the person's merchants already. */
export async function readQueryOver(
  known: readonly GatewayConnection[],
  sql: Sql,
  person: Person,
  criteria: PaymentCriteria,
  now: number,
): Promise<PaymentQuery> {
  refuseEmptyRanges(criteria);
  const merchantIds = merchantsFor(person, criteria);
  const connections = known.filter(({ merchantId }) => merchantIds.includes(merchantId));
  const connection = connections.find(({ slug }) => slug === criteria.connection);
  if (criteria.connection !== undefined && connection === undefined) {
    throw new TRPCError({ code: 'NOT_FOUND' });
  }
  return {
    merchantIds,
    connectionId: connection?.id ?? null,
    status: chosen(criteria.status),
    source: chosen(criteria.source),
    ...dueRanges(criteria, connections, now),
    amountMin: criteria.amountMin ?? null,
    amountMax: criteria.amountMax ?? null,
    from: criteria.from ?? null,
    to: criteria.to ?? null,
    refunded: criteria.refunded ?? null,
    unknown: criteria.unknown ?? null,
    note: criteria.note ?? null,
    search: await readSearch(sql, merchantIds, connections, criteria.search ?? ''),
  };
}

function merchantsFor(person: Person, { merchantId }: PaymentCriteria): readonly number[] {
  const visible = visibleMerchants(person);
  if (merchantId === undefined) return visible;
  if (!visible.includes(merchantId)) throw new TRPCError({ code: 'NOT_FOUND' });
  return [merchantId];
}

function dueRanges(
  { captureUrgency, refundUrgency, captureWithin, refundWithin }: PaymentCriteria,
  connections: readonly GatewayConnection[],
  now: number,
): Pick<PaymentQuery, 'captureDue' | 'refundDue' | 'captureWithin' | 'refundWithin'> {
  const windows = Map.groupBy(connections, ({ refundWindowMs }) => refundWindowMs);
  const refundDue = (urgency: NonNullable<typeof refundUrgency>[number]) =>
    [...windows].map(([windowMs, group]) => ({
      range: urgencyRange(urgency, now, refundThresholdsFor(windowMs)),
      connectionIds: group.map(({ id }) => id),
    }));
  const within = (hours: number | undefined): DueRange | null =>
    hours === undefined ? null : { after: now, until: now + hours * HOUR_MS, never: false };
  return {
    captureDue:
      chosen(captureUrgency)?.map((urgency) => urgencyRange(urgency, now, captureThresholds)) ??
      null,
    refundDue: chosen(refundUrgency)?.flatMap(refundDue) ?? null,
    captureWithin: within(captureWithin),
    refundWithin: within(refundWithin),
  };
}

async function readSearch(
  sql: Sql,
  merchantIds: readonly number[],
  connections: readonly GatewayConnection[],
  text: string,
): Promise<PaymentSearch | null> {
  const term = readSearchTerm(text);
  if (term === null) return null;
  const { stepId } = term;
  const steps = stepId === null ? [] : await selectStepMatches(sql, merchantIds, stepId);
  return { ...term, connectionIds: connections.map(({ id }) => id), steps };
}

/** A choice of nothing is no choice: a filter whose last box was cleared shows everything again. */
function chosen<T>(values: readonly T[] | undefined): readonly T[] | null {
  return values === undefined || values.length === 0 ? null : values;
}
