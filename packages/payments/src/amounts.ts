/** The five sums of a payment, in this order everywhere. Whole minor units of one currency. */
export type Amounts = {
  readonly authorized: number;
  readonly captured: number;
  readonly refunded: number;
  readonly reversed: number;
  /** Authorization given up without money moving: closed by a last capture, or lapsed. */
  readonly closed: number;
};

/** A payment before anything is known of it. */
export const noAmounts: Amounts = {
  authorized: 0,
  captured: 0,
  refunded: 0,
  reversed: 0,
  closed: 0,
};

/** What may still be captured or reversed, in minor units. */
export function remainingOf(amounts: Amounts): number {
  return amounts.authorized - amounts.captured - amounts.reversed - amounts.closed;
}

/**
 * What may still be given back, in minor units. `creditInDoubt` is the sum of the refunds whose
 * outcome is open or that wait for approval. Never below 0: a refund made outside can leave less
 * than the waiting ones ask for.
 */
export function refundableOf(amounts: Amounts, creditInDoubt: number): number {
  return Math.max(0, amounts.captured - amounts.refunded - creditInDoubt);
}
