import type { Cause, Movement, StatementLine, StatementPeriod } from './settlement.ts';

const HOUR_MS = 3_600_000;
/** Of the amount, in percent: more than any fee for such a payment. */
const FEE_AT_MOST = 5;

/** TWINT's day ends at 23:00: what moved in the last hour of ours stands in the next statement. */
export function explainMatch({ at }: Movement, { from, until }: StatementPeriod): Cause | null {
  if (at >= from && at < until) return null;
  const nearEdge = (at < from && from - at <= HOUR_MS) || (at >= until && at - until < HOUR_MS);
  return nearEdge ? 'day-23' : 'other-day';
}

/** A fee where the difference is the fee, or small enough to be one; more is given back elsewhere. */
export function explainDifference(line: StatementLine, { amount }: Movement): Cause {
  const less = amount - line.amount;
  if (less === 0 || less === line.fee) return 'fee';
  if (line.kind !== 'payment' || less < 0) return 'amount';
  return less * 100 <= amount * FEE_AT_MOST ? 'fee' : 'external-refund';
}

/** Why nothing of ours fits a line, given what its names are known by here. */
export function explainTheirs(line: StatementLine, known: readonly Movement[]): Cause {
  if (known.some(({ isSettled, amount }) => isSettled && amount === line.amount)) {
    return 'settled-before';
  }
  if (line.kind === 'refund') return 'external-refund';
  return known.length === 0 ? 'unknown-payment' : 'amount';
}

/** Why no line speaks of a movement. */
export function explainOurs({ at }: Movement, { until }: StatementPeriod): Cause {
  return until - at <= HOUR_MS ? 'day-23' : 'not-settled-yet';
}
