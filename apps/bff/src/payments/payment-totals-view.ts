import { z } from 'zod';

/** Counts and sums in one currency, minor units. */
const currencyTotals = z.object({
  currency: z.string(),
  count: z.int(),
  authorized: z.int(),
  captured: z.int(),
  refunded: z.int(),
  remaining: z.int(),
});

/**
 * Totals of a whole filter. Where `isExact` is false there are more than `count` payments (null: it
 * took too long to say) and no sums.
 */
export const paymentTotals = z.object({
  isExact: z.boolean(),
  count: z.int().nullable(),
  totals: z.array(currencyTotals),
});
export type PaymentTotals = z.infer<typeof paymentTotals>;
