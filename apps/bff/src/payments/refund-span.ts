import type { PaymentQuery } from './payment-query.ts';
import { rangeAround } from './urgency-range.ts';

/** Refund deadlines later than `after` (null: from the first on) and no later than `until`, ms UTC. */
export type RefundSpan = { readonly after: number | null; readonly until: number };

/**
 * Between which refund deadlines every payment of a query lies; null where there is no last one. What
 * is asked for more narrowly, by connection say, is not in it.
 */
export function refundSpan({
  refundDue,
  refundWithin,
}: Pick<PaymentQuery, 'refundDue' | 'refundWithin'>): RefundSpan | null {
  const ranges = refundWithin === null ? refundDue?.map(({ range }) => range) : [refundWithin];
  const around = rangeAround(ranges ?? []);
  if (around === null || around.until === null) return null;
  return { after: around.after, until: around.until };
}
