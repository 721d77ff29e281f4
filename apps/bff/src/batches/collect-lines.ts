import { mostRecords } from 'paygate-core/batch';
import type { Deps } from '../deps.ts';
import { paymentFilter } from '../payments/payment-filter.ts';
import { selectRows } from '../payments/select-rows.ts';
import { readerOf } from '../sessions/reader-of.ts';
import type { Sql } from '../storage/database.ts';
import { fieldError } from '../trpc.ts';
import type { PlanBatchInput } from './batch-input.ts';

/** The payments that a wish is about, and the amounts it names (minor units). */
export type Collected = {
  readonly paymentIds: readonly string[];
  readonly amounts: ReadonlyMap<string, number>;
};

/**
 * Which payments of a merchant a selection or a filter means at `now` (ms UTC).
 * @throws TRPCError BAD_REQUEST `too-many` above what one file can hold, NOT_FOUND for a foreign
 * connection in the filter.
 */
export async function collectLines(
  deps: Pick<Deps, 'secrets'>,
  sql: Sql,
  merchantId: number,
  { scope }: Pick<PlanBatchInput, 'scope'>,
  now: number,
): Promise<Collected> {
  if (scope.kind === 'selected') {
    const amounts = scope.lines.flatMap(({ paymentId, amount }) =>
      amount === undefined ? [] : [[paymentId, amount] as const],
    );
    return {
      paymentIds: scope.lines.map(({ paymentId }) => paymentId),
      amounts: new Map(amounts),
    };
  }
  // Whether the author may see them was asked before.
  const selection = await selectRows(deps, sql, readerOf([merchantId]), {
    filter: paymentFilter.parse({ ...scope.filter, merchantId }),
    ids: null,
    now,
  });
  const paymentIds = await selection.ids(sql, mostRecords + 1);
  if (paymentIds.length > mostRecords) throw fieldError('scope', 'too-many');
  return { paymentIds, amounts: new Map() };
}
