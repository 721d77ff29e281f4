import { indexMovements, type MovementIndex } from './movement-index.ts';
import type {
  Cause,
  Lane,
  MatchKey,
  Movement,
  SettlementItem,
  StatementLine,
  StatementPeriod,
} from './settlement.ts';
import { explainDifference, explainMatch, explainOurs, explainTheirs } from './settlement-cause.ts';

/** What a line was taken for, or null while nothing fits. */
type Fit = {
  readonly lane: Lane;
  readonly cause: Cause | null;
  readonly by: MatchKey;
  readonly movements: readonly Movement[];
};
type Rule = (line: StatementLine, index: MovementIndex, period: StatementPeriod) => Fit | null;

/** In this order over all lines, so that a vague fit never takes what another line fits exactly. */
const rules: readonly Rule[] = [exact, summed, sameSide];

/**
 * Compares a statement with our captures and refunds. Every line ends up in exactly one item, and so
 * does every movement of the period; one movement belongs to one line at most. `movements` are those
 * of the period and all that any line may be about; those in `spoken` belong to lines that are not asked
 * about, and end up in no item.
 */
export function matchSettlement(
  lines: readonly StatementLine[],
  movements: readonly Movement[],
  period: StatementPeriod,
  spoken: ReadonlySet<string> = new Set(),
): readonly SettlementItem[] {
  const index = indexMovements(movements, spoken);
  const fits = new Map<StatementLine, Fit>();
  const real = lines.filter(({ kind }) => kind !== 'failed');
  for (const rule of rules) {
    for (const line of real) {
      if (fits.has(line)) continue;
      const fit = rule(line, index, period);
      if (fit === null) continue;
      index.take(fit.movements);
      fits.set(line, fit);
    }
  }
  const theirs = lines.map((line) => toItem(line, fits.get(line) ?? null, index));
  const ours = index
    .rest()
    .filter(({ at }) => at >= period.from && at < period.until)
    .map((movement) => onlyOurs(movement, period));
  return [...theirs, ...ours];
}

/** One movement of exactly this amount, the nearest in time. */
function exact(line: StatementLine, index: MovementIndex, period: StatementPeriod): Fit | null {
  for (const { by, movements } of index.free(line)) {
    const [best] = nearest(
      line,
      movements.filter(({ amount }) => amount === line.amount),
    );
    if (best !== undefined) {
      return { lane: 'matched', cause: explainMatch(best, period), by, movements: [best] };
    }
  }
  return null;
}

/** Everything that moved for one payment adds up to the line: several captures, or a refund netted. */
function summed(line: StatementLine, index: MovementIndex): Fit | null {
  for (const { by, movements } of index.free(line)) {
    const [first] = movements;
    const own = movements.filter(({ paymentId }) => paymentId === first?.paymentId);
    if (own.length < 2) continue;
    const sum = own.reduce((total, { amount }) => total + amount, 0);
    if (sum !== line.amount && sum - (line.fee ?? 0) !== line.amount) continue;
    const isNetted = own.some(({ amount }) => amount < 0);
    if (isNetted) return { lane: 'differs', cause: 'netted-refund', by, movements: own };
    const lane = sum === line.amount ? 'matched' : 'differs';
    return { lane, cause: lane === 'matched' ? 'several-captures' : 'fee', by, movements: own };
  }
  return null;
}

/** A movement in the same direction whose amount is another one. */
function sameSide(line: StatementLine, index: MovementIndex): Fit | null {
  for (const { by, movements } of index.free(line)) {
    // An order number may be that of several payments: without the amount it proves nothing.
    if (by === 'refNr' && new Set(movements.map(({ paymentId }) => paymentId)).size > 1) continue;
    const [best] = nearest(
      line,
      movements.filter(({ amount }) => Math.sign(amount) === Math.sign(line.amount || 1)),
    );
    if (best !== undefined) {
      return { lane: 'differs', cause: explainDifference(line, best), by, movements: [best] };
    }
  }
  return null;
}

function nearest(line: StatementLine, movements: readonly Movement[]): readonly Movement[] {
  const { at } = line;
  if (at === null) return movements;
  return [...movements].sort((one, other) => Math.abs(one.at - at) - Math.abs(other.at - at));
}

function toItem(line: StatementLine, fit: Fit | null, index: MovementIndex): SettlementItem {
  const [known] = index.named(line);
  const base = { line: line.line, theirs: line.amount };
  if (fit !== null) {
    const { lane, cause, by, movements } = fit;
    return {
      ...base,
      lane,
      cause,
      matchedBy: by,
      movementIds: movements.map(({ id }) => id),
      paymentId: movements[0]?.paymentId ?? null,
      ours: movements.reduce((total, { amount }) => total + amount, 0),
    };
  }
  const isFailed = line.kind === 'failed';
  return {
    ...base,
    lane: isFailed ? 'failed' : 'only-theirs',
    cause: isFailed ? null : explainTheirs(line, known?.movements ?? []),
    matchedBy: known?.by ?? null,
    movementIds: [],
    paymentId: known?.movements[0]?.paymentId ?? null,
    ours: 0,
  };
}

function onlyOurs(movement: Movement, period: StatementPeriod): SettlementItem {
  const { amount, id, paymentId } = movement;
  return {
    lane: 'only-ours',
    cause: explainOurs(movement, period),
    matchedBy: null,
    line: null,
    movementIds: [id],
    paymentId,
    ours: amount,
    theirs: 0,
  };
}
