import { useTranslations } from 'use-intl';
import { useErrorText } from '../app/error-text.ts';
import { toFailure } from '../app/failure.ts';
import { UploadRefused } from '../app/upload-file.ts';

const problems = [
  'too-many',
  'no-lines',
  'no-number-left',
  'given-up',
  'ended',
  'refused',
  'no-such-file',
  'not-handed-over',
  'too-large',
  'network',
] as const;

/** What was refused about a file, as a sentence that says what to do. */
export function useBatchError(): (error: unknown) => string | null {
  const words = useTranslations('batches.problem');
  const errorText = useErrorText();
  return (error) => {
    if (error === null || error === undefined) return null;
    const failure = error instanceof UploadRefused ? null : toFailure(error);
    const told =
      error instanceof UploadRefused
        ? [error.problem]
        : failure?.type === 'bad-input'
          ? failure.fields.map(({ problem }) => problem)
          : [];
    const known = problems.find((one) => told.includes(one));
    if (known !== undefined) return words(known);
    if (failure?.type === 'refused' && failure.refusal === 'stale-version') return words('changed');
    return error instanceof UploadRefused ? words('network') : errorText(error);
  };
}
