import { TRPCError } from '@trpc/server';
import { listConnections } from '../connections/find-connection.ts';
import type { Deps } from '../deps.ts';
import { visibleMerchants } from '../payments/find-visible-payment.ts';
import { refuseEmptyRanges } from '../payments/moment-order.ts';
import { readSearchTerm } from '../payments/search-term.ts';
import type { Person } from '../sessions/person.ts';
import type { Sql } from '../storage/database.ts';
import { fieldError } from '../trpc.ts';
import type { StepCriteria } from './step-filter.ts';
import type { StepQuery, StepSearch } from './step-query.ts';
import { selectNamedPayments } from './step-search-store.ts';

/** A text that begins the numbers of more payments than this is asked to go on. */
const MOST_NAMED = 500;

/**
 * Criteria of steps with every word of them checked.
 * @throws TRPCError NOT_FOUND for a foreign merchant, BAD_REQUEST for an impossible range or a
 * search text that names too many payments.
 */
export async function readStepQuery(
  deps: Pick<Deps, 'secrets'>,
  sql: Sql,
  person: Person,
  criteria: StepCriteria,
): Promise<StepQuery> {
  refuseEmptyRanges(criteria);
  const visible = visibleMerchants(person);
  const { merchantId } = criteria;
  if (merchantId !== undefined && !visible.includes(merchantId)) {
    throw new TRPCError({ code: 'NOT_FOUND' });
  }
  const merchantIds = merchantId === undefined ? visible : [merchantId];
  return {
    merchantIds,
    kind: chosen(criteria.kind),
    state: chosen(criteria.state),
    code: criteria.code ?? null,
    amountMin: criteria.amountMin ?? null,
    amountMax: criteria.amountMax ?? null,
    from: criteria.from ?? null,
    to: criteria.to ?? null,
    by: criteria.by ?? null,
    origin: criteria.origin ?? null,
    search: await readSearch(deps, sql, merchantIds, criteria.search ?? ''),
  };
}

async function readSearch(
  deps: Pick<Deps, 'secrets'>,
  sql: Sql,
  merchantIds: readonly number[],
  typed: string,
): Promise<StepSearch | null> {
  const term = readSearchTerm(typed);
  if (term === null) return null;
  const { prefixes, amount, day, text } = term;
  const connections = await listConnections(deps, sql, merchantIds);
  const connectionIds = connections.map(({ id }) => id);
  const limit = MOST_NAMED + 1;
  const named = await selectNamedPayments(sql, { merchantIds, connectionIds, prefixes, limit });
  if (named.length > MOST_NAMED) throw fieldError('search', 'names-too-many');
  return { prefixes, text, amount, day, reqId: text, paymentIds: named };
}

function chosen<T>(values: readonly T[] | undefined): readonly T[] | null {
  return values === undefined || values.length === 0 ? null : values;
}
