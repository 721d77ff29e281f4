import type { PaymentQuery } from './payment-query.ts';

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
  let span: RefundSpan | null = null;
  for (const { after, until, never } of ranges ?? []) {
    if (until === null || never) return null;
    span =
      span === null
        ? { after, until }
        : {
            after: after === null || span.after === null ? null : Math.min(after, span.after),
            until: Math.max(until, span.until),
          };
  }
  return span;
}
