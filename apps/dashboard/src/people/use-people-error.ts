import { useTranslations } from 'use-intl';
import { useErrorText } from '../app/error-text.ts';
import { toFailure } from '../app/failure.ts';

const problems = [
  'member-already',
  'belongs-elsewhere',
  'email-shape',
  'own-account',
  'demo-account',
] as const;
type Problem = (typeof problems)[number];

/** What a refused change of people means: at its field where there is one, and as a sentence. */
export function usePeopleError() {
  const words = useTranslations('people');
  const errorText = useErrorText();

  const say = (problem: string): string =>
    words(isKnown(problem) ? `refused.${problem}` : 'refused.other');

  const fieldsOf = (error: unknown) => {
    const failure = error ? toFailure(error) : null;
    if (failure?.type !== 'bad-input') return [];
    return failure.fields.map(({ field, problem }) => ({ field, text: say(problem) }));
  };

  return { fieldsOf, textOf: (error: unknown) => fieldsOf(error)[0]?.text ?? errorText(error) };
}

function isKnown(problem: string): problem is Problem {
  return problems.some((known) => known === problem);
}
