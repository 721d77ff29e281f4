import { listConnections } from '../connections/find-connection.ts';
import type { Deps } from '../deps.ts';
import type { Person } from '../sessions/person.ts';
import type { Sql } from '../storage/database.ts';
import type { Position } from './list-cursor.ts';
import { merchantsFor, toQuery } from './list-payments.ts';
import { selectPayments } from './list-store.ts';
import type { PaymentFilter } from './payment-filter.ts';

const PAGE = 1000;

/**
 * The ids of the first `most` payments that a filter shows to a person, in the order of the list.
 * @throws TRPCError NOT_FOUND for a foreign merchant or connection.
 */
export async function collectPaymentIds(
  deps: Pick<Deps, 'clock' | 'secrets'>,
  sql: Sql,
  person: Person,
  filter: PaymentFilter,
  most: number,
): Promise<readonly string[]> {
  const connections = await listConnections(deps, sql, merchantsFor(person, filter));
  const now = deps.clock.now();
  const ids: string[] = [];
  let after: Position | null = null;
  while (ids.length < most) {
    const limit = Math.min(PAGE, most - ids.length);
    const query = toQuery(person, filter, connections, after, now);
    const page = await selectPayments(sql, { ...query, limit });
    ids.push(...page.map(({ payment }) => payment.id));
    after = page.at(-1)?.position ?? null;
    if (page.length < limit) break;
  }
  return ids;
}
