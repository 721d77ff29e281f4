import { useTranslations } from 'use-intl';
import { useErrorText } from '../app/error-text.ts';
import { toFailure } from '../app/failure.ts';
import { UploadRefused } from '../app/upload-file.ts';

const known = [
  'empty',
  'spreadsheet',
  'not-text',
  'encoding',
  'file-too-large',
  'upload-gone',
  'quotes',
  'too-many-rows',
  'row-too-long',
  'no-details',
  'same-file',
  'faulty-lines',
  'before-from',
  'too-long',
  'date',
  'no-name-column',
  'no-amount-column',
  'column-missing',
  'decimal-ambiguous',
  'network',
] as const;

/** What a refused statement means, with its line where it has one; null while nothing was refused. */
export function useStatementError(): (error: unknown) => string | null {
  const words = useTranslations('reconciliation');
  const errorText = useErrorText();
  const say = (problem: string, field: string): string | null => {
    const found = known.find((one) => one === problem);
    if (found === undefined) return null;
    const text = words(`fileProblem.${found}`);
    const line = /^line\.(\d+)$/.exec(field)?.[1];
    return line === undefined ? text : words('atLine', { line, text });
  };
  return (error) => {
    if (error === null || error === undefined) return null;
    if (error instanceof UploadRefused)
      return say(error.problem, '') ?? words('fileProblem.network');
    const failure = toFailure(error);
    if (failure.type !== 'bad-input') return errorText(error);
    const said = failure.fields.map(({ field, problem }) => say(problem, field));
    return said.find((text) => text !== null) ?? errorText(error);
  };
}
