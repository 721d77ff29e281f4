import type { Payment } from './payment.ts';

export type RestChoice = 'keep' | 'close';
type SeveralCaptures = Payment['connection']['severalCaptures'];

/**
 * What the dialog preselects for the rest of a partial capture. Where the contract is unconfirmed
 * nothing is: keeping may let the rest lapse, closing cannot be undone.
 */
export function preselectedRest(severalCaptures: SeveralCaptures): RestChoice | null {
  switch (severalCaptures) {
    case 'yes':
      return 'keep';
    case 'no':
      return 'close';
    case 'unconfirmed':
      return null;
  }
}

/** Whether the person has to say what happens to the rest: only when there is one. */
export function hasRest(amount: number | null, max: number): amount is number {
  return amount !== null && amount < max;
}
