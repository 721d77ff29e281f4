import { type RefusedDecision, refuse } from './decision.ts';

/**
 * The no for an amount that is not a whole number from `min` to `max` (minor units), or null.
 * What is no safe integer of at least 1 is too low, whatever `min` says.
 */
export function refuseAmount(amount: number, min: number, max: number): RefusedDecision | null {
  if (!Number.isSafeInteger(amount) || amount < 1) return refuse('amount-too-low', { min });
  if (amount > max) return refuse('amount-too-high', { max });
  if (amount < min) return refuse('amount-too-low', { min });
  return null;
}
