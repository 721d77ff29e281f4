/**
 * Whether a rest would be too small to be captured or refunded later: 1 to `minimum` − 1.
 * A rest of 0 leaves nothing behind and is fine. Both in minor units.
 */
export function leavesLessThanMinimum(rest: number, minimum: number): boolean {
  return rest > 0 && rest < minimum;
}
