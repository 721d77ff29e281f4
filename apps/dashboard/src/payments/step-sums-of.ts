import type { Step } from './step.ts';

export type StepSums = Pick<Step, 'kind' | 'currency'> & {
  readonly count: number;
  /** Of those that succeeded, minor units. */
  readonly succeeded: number;
};

/** One line of sums per kind and currency, in the order of the totals of a list. */
export function stepSumsOf(steps: readonly Step[]): readonly StepSums[] {
  const sums = new Map<string, StepSums>();
  for (const { amount, currency, kind, state } of steps) {
    const { count, succeeded } = sums.get(`${kind} ${currency}`) ?? { count: 0, succeeded: 0 };
    sums.set(`${kind} ${currency}`, {
      kind,
      currency,
      count: count + 1,
      succeeded: succeeded + (state === 'succeeded' ? amount : 0),
    });
  }
  return [...sums.entries()].toSorted(([a], [b]) => a.localeCompare(b)).map(([, sum]) => sum);
}
