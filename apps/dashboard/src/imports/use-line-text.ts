import { useTranslations } from 'use-intl';
import type { ImportLine } from './import.ts';

const problems = [
  'pay-id',
  'trans-id',
  'no-id',
  'cells',
  'date',
  'date-ambiguous',
  'date-future',
  'date-too-old',
] as const;

/** What became of a line, as a sentence. */
export function useLineText(): (line: Pick<ImportLine, 'state' | 'problem'>) => string {
  const words = useTranslations('imports');
  return ({ state, problem }) => {
    if (state === 'malformed') {
      const known = problems.find((one) => one === problem);
      return known === undefined ? words('lineText.malformed') : words(`lineProblem.${known}`);
    }
    if (state === 'duplicate') return words('lineText.duplicate', { line: problem ?? '' });
    if (state === 'not-found') return words('lineText.not-found', { code: problem ?? '' });
    return words(`lineText.${state}`);
  };
}
