import { addUp } from './report-figures.ts';
import type { MovementSum } from './report-store.ts';

const failing = ['failed', 'abandoned', 'declined'] as const;

/** What failed by code, beside how many payments and steps of our own there were; from sums cut by detail. */
export function failuresOf(details: readonly MovementSum[]) {
  const ownSteps = details.filter(({ detail }) => detail !== '');
  return {
    payments: addUp(details, ['authorized', 'failed', 'abandoned']).count,
    steps:
      addUp(ownSteps, ['captured', 'reversed', 'refunded']).count +
      addUp(details, ['declined']).count,
    byCode: failing.flatMap((figure) =>
      details
        .filter(({ kind }) => kind === figure)
        .map(({ detail, count }) => ({ figure, code: detail ?? '', count }))
        .sort((a, b) => b.count - a.count),
    ),
  };
}
