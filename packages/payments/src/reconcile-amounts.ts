import type { Amounts } from './amounts.ts';

/**
 * The nearest possible amounts to sums that may be impossible, and whether they were.
 *
 * Money that moved is believed before what follows from it. What was refunded was captured; an
 * authorization was given up only as far as it was not used; what was captured or reversed was
 * authorized. So nothing is left to act on where the facts disagree, and no money disappears.
 */
export function reconcileAmounts(sums: Amounts): {
  readonly amounts: Amounts;
  readonly contradiction: boolean;
} {
  const refunded = Math.max(0, sums.refunded);
  const captured = Math.max(refunded, sums.captured);
  const reversed = Math.max(0, sums.reversed);
  const authorized = Math.max(sums.authorized, captured + reversed);
  const closed = Math.min(Math.max(0, sums.closed), authorized - captured - reversed);

  const amounts: Amounts = { authorized, captured, refunded, reversed, closed };
  return { amounts, contradiction: !sameAmounts(amounts, sums) };
}

function sameAmounts(one: Amounts, other: Amounts): boolean {
  return (
    one.authorized === other.authorized &&
    one.captured === other.captured &&
    one.refunded === other.refunded &&
    one.reversed === other.reversed &&
    one.closed === other.closed
  );
}
