import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { useErrorText } from './error-text.ts';
import { isNowhere } from './failure.ts';

type LoadErrorProps = {
  readonly query: { readonly error: unknown; readonly refetch: () => unknown };
};

/**
 * Why what this page shows could not be read, with a way to read it again where that can help; nothing
 * while it could.
 */
export function LoadError({ query }: LoadErrorProps) {
  const shell = useTranslations('shell');
  const errors = useTranslations('errors');
  const errorText = useErrorText();
  if (query.error === null) return null;
  if (isNowhere(query.error)) {
    return (
      <Notice tone="danger" role="alert">
        {errors('notFound')}
      </Notice>
    );
  }
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
