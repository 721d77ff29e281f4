import { useTranslations } from 'use-intl';
import { useErrorText } from '../app/error-text.ts';
import { toFailure } from '../app/failure.ts';
import { UploadRefused } from '../app/upload-file.ts';

const fileProblems = [
  'empty',
  'spreadsheet',
  'not-text',
  'encoding',
  'file-too-large',
  'no-id-column',
  'only-headings',
  'upload-gone',
  'quotes',
  'too-many-rows',
  'row-too-long',
] as const;
const dateProblems = ['date', 'date-missing', 'date-future', 'date-too-old'] as const;

/** Where a refusal belongs in the form, and what it says. */
export type ImportError = { readonly field: 'list' | 'date' | null; readonly text: string };

/** What a refused list means, as a sentence that says what to do, beside the field it is about. */
export function useImportError(): (error: unknown) => ImportError | null {
  const words = useTranslations('imports');
  const errorText = useErrorText();

  return (error) => {
    if (error === null || error === undefined) return null;
    if (error instanceof UploadRefused) return ofFile(error.problem) ?? general('network');
    const failure = toFailure(error);
    if (failure.type !== 'bad-input') return { field: null, text: errorText(error) };
    for (const { field, problem } of failure.fields) {
      const date = dateProblems.find((known) => known === problem);
      if (field === 'authorizedFrom') {
        return { field: 'date', text: words(`dateProblem.${date ?? 'date'}`) };
      }
      const line = /^line\.(\d+)$/.exec(field)?.[1];
      const found = ofFile(problem, line);
      if (found !== null) return found;
    }
    return { field: null, text: errorText(error) };
  };

  function ofFile(problem: string, line?: string): ImportError | null {
    const known = fileProblems.find((one) => one === problem);
    if (known === undefined) return null;
    const text = words(`fileProblem.${known}`);
    return { field: 'list', text: line === undefined ? text : words('atLine', { line, text }) };
  }

  function general(problem: 'network'): ImportError {
    return { field: null, text: words(`fileProblem.${problem}`) };
  }
}
