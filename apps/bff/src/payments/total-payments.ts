import type { Deps } from '../deps.ts';
import type { Person } from '../sessions/person.ts';
import { isTimeout } from '../storage/is-timeout.ts';
import { countExactly } from './count-exactly.ts';
import type { PaymentCriteria } from './payment-filter.ts';
import type { PaymentTotals } from './payment-totals-view.ts';
import { readQuery } from './read-query.ts';
import { type CurrencyTotals, selectTotals } from './totals-store.ts';

/** Up to here counting costs next to nothing; beyond, it is done only when somebody asks. */
export const COUNTED_AT_ONCE = 10_000;

/**
 * Count and sums of everything the criteria leave, per currency. Above 10,000 payments only that
 * there are more, unless `exact` is asked for.
 * @throws TRPCError TIMEOUT where even that takes too long, TOO_MANY_REQUESTS while others count,
 * and what `readQuery` throws.
 */
export async function totalPayments(
  deps: Deps,
  person: Person,
  { exact, ...criteria }: PaymentCriteria & { readonly exact: boolean },
): Promise<PaymentTotals> {
  const { read } = deps.database;
  const query = await readQuery(deps, read, person, criteria, deps.clock.now());
  if (exact) return whole(await countExactly(read, (sql) => selectTotals(sql, query, null)));

  try {
    const totals = await selectTotals(read, query, COUNTED_AT_ONCE + 1);
    if (countOf(totals) <= COUNTED_AT_ONCE) return whole(totals);
  } catch (error) {
    // Rare among millions: how many there are takes as long as all of them.
    if (!isTimeout(error)) throw error;
    return { isExact: false, count: null, totals: [] };
  }
  return { isExact: false, count: COUNTED_AT_ONCE, totals: [] };
}

function whole(totals: readonly CurrencyTotals[]): PaymentTotals {
  return { isExact: true, count: countOf(totals), totals: [...totals] };
}

function countOf(totals: readonly CurrencyTotals[]): number {
  return totals.reduce((sum, { count }) => sum + count, 0);
}
