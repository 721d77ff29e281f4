import type { Cause, Movement, StatementLine, StatementPeriod } from './settlement.ts';

const HOUR_MS = 3_600_000;
/** Of the amount, in percent: more than any fee for such a payment. */
const FEE_AT_MOST = 5;

/** What moved between 23:00 and midnight may stand in the neighbouring statement. */
export function explainMatch({ at }: Movement, period: StatementPeriod): Cause | null {
  if (at >= period.from && at < period.until) return null;
  return isInLastHour(at, period) ? 'day-23' : 'other-day';
}

/**
 * TWINT's day ends an hour before the calendar's. Whichever of the two a statement is thought to follow,
 * it is the hour between them, at its first and at its last day, that it may count the other way.
 */
function isInLastHour(at: number, { dayKind, from, until }: StatementPeriod): boolean {
  const begins = dayKind === 'calendar' ? -HOUR_MS : 0;
  return [from, until].some((edge) => at >= edge + begins && at < edge + begins + HOUR_MS);
}

/** A fee where the difference is the fee, or small enough to be one; more is given back elsewhere. */
export function explainDifference(line: StatementLine, { amount }: Movement): Cause {
  const less = amount - line.amount;
  if (less === 0 || less === line.fee) return 'fee';
  if (line.kind !== 'payment' || less < 0) return 'amount';
  return less * 100 <= amount * FEE_AT_MOST ? 'fee' : 'external-refund';
}

/** Why nothing of ours fits a line, given what its names are known by here: all of it is taken. */
export function explainTheirs(line: StatementLine, known: readonly Movement[]): Cause {
  const settled = known.filter(({ isSettled }) => isSettled);
  if (isMadeOf(line.amount, settled)) return 'settled-before';
  const rest = known.filter(({ isSettled }) => !isSettled);
  if (isMadeOf(line.amount, rest)) return 'said-twice';
  if (line.kind === 'refund') return 'external-refund';
  return known.length === 0 ? 'unknown-payment' : 'amount';
}

/** One of them is the amount, or all that moved for one payment adds up to it. */
function isMadeOf(amount: number, movements: readonly Movement[]): boolean {
  if (movements.some((one) => one.amount === amount)) return true;
  const payments = Map.groupBy(movements, ({ paymentId }) => paymentId);
  return [...payments.values()].some(
    (own) => own.length > 1 && own.reduce((sum, one) => sum + one.amount, 0) === amount,
  );
}

/** Why no line speaks of a movement. */
export function explainOurs({ at }: Movement, period: StatementPeriod): Cause {
  return isInLastHour(at, period) ? 'day-23' : 'not-settled-yet';
}
