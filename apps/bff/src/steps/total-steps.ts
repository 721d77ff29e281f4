import type { Deps } from '../deps.ts';
import { countExactly } from '../payments/count-exactly.ts';
import { COUNTED_AT_ONCE } from '../payments/total-payments.ts';
import type { Person } from '../sessions/person.ts';
import { isTimeout } from '../storage/is-timeout.ts';
import { readStepQuery } from './read-step-query.ts';
import type { StepCriteria } from './step-filter.ts';
import { type KindTotals, selectStepTotals } from './step-store.ts';
import type { StepTotals } from './step-view.ts';

/**
 * How many steps of each kind the criteria leave and what those that succeeded add up to. Above
 * 10,000 only that there are more, unless `exact` is asked for.
 * @throws TRPCError as `countExactly` and `readStepQuery` do.
 */
export async function totalSteps(
  deps: Deps,
  person: Person,
  { exact, ...criteria }: StepCriteria & { readonly exact: boolean },
): Promise<StepTotals> {
  const { read } = deps.database;
  const query = await readStepQuery(deps, read, person, criteria);
  if (exact) return whole(await countExactly(read, (sql) => selectStepTotals(sql, query, null)));

  try {
    const totals = await selectStepTotals(read, query, COUNTED_AT_ONCE + 1);
    if (countOf(totals) <= COUNTED_AT_ONCE) return whole(totals);
  } catch (error) {
    if (!isTimeout(error)) throw error;
    return { isExact: false, count: null, totals: [] };
  }
  return { isExact: false, count: COUNTED_AT_ONCE, totals: [] };
}

function whole(totals: readonly KindTotals[]): StepTotals {
  return { isExact: true, count: countOf(totals), totals: [...totals] };
}

function countOf(totals: readonly KindTotals[]): number {
  return totals.reduce((sum, { count }) => sum + count, 0);
}
