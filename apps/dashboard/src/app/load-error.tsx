import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { useErrorText } from './error-text.ts';

type LoadErrorProps = {
  readonly query: { readonly error: unknown; readonly refetch: () => unknown };
};

/** Why what this page shows could not be read, with a way to read it again; nothing while it could. */
export function LoadError({ query }: LoadErrorProps) {
  const shell = useTranslations('shell');
  const errorText = useErrorText();
  if (query.error === null) return null;
  return (
    <Notice
      tone="danger"
      role="alert"
      actions={<Button onPress={() => void query.refetch()}>{shell('tryAgain')}</Button>}
    >
      {errorText(query.error)}
    </Notice>
  );
}
