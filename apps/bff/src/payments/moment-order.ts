import { fieldError } from '../trpc.ts';

type Ranges = {
  readonly from?: number | string | undefined;
  readonly to?: number | string | undefined;
  readonly amountMin?: number | undefined;
  readonly amountMax?: number | undefined;
};

/**
 * Refuses a range that nothing can lie in. Only moments of the same kind are compared: an instant
 * and a Swiss day can name the same time.
 * @throws TRPCError BAD_REQUEST with the field that ends the range.
 */
export function refuseEmptyRanges({ from, to, amountMin, amountMax }: Ranges): void {
  if (from !== undefined && to !== undefined && endsBefore(from, to)) {
    throw fieldError('to', 'before-from');
  }
  if (amountMin !== undefined && amountMax !== undefined && amountMax < amountMin) {
    throw fieldError('amountMax', 'below-amountMin');
  }
}

function endsBefore(from: number | string, to: number | string): boolean {
  if (typeof from === 'number' || typeof to === 'number') {
    return typeof from === 'number' && typeof to === 'number' && to < from;
  }
  // A day as an end is whole: later than any minute of it.
  return (to.includes('T') ? to : `${to}T24:00`) < from;
}
