import { useTranslations } from 'use-intl';
import { useErrorText } from '../app/error-text.ts';
import { toFailure } from '../app/failure.ts';

const problems = ['too-many-open', 'too-much-kept'] as const;

/** What a refused export means, as a sentence that says what to do. */
export function useExportError(): (error: unknown) => string {
  const words = useTranslations('exports.refused');
  const errorText = useErrorText();
  return (error) => {
    const failure = toFailure(error);
    if (failure.type === 'not-found') return words('notFound');
    if (failure.type === 'forbidden') return words('forbidden');
    const problem =
      failure.type === 'bad-input'
        ? problems.find((known) => failure.fields.some((field) => field.problem === known))
        : undefined;
    return problem === undefined ? errorText(error) : words(problem);
  };
}
