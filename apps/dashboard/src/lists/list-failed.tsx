import { useTranslations } from 'use-intl';
import { toFailure } from '../app/failure.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

type ListFailedProps = {
  readonly title: string;
  readonly error: unknown;
  readonly onRetry: () => void;
};

/** Reading failed; reading again is safe. A text that names too many is told apart: it needs another. */
export function ListFailed({ title, error, onRetry }: ListFailedProps) {
  const words = useTranslations('payments.list');
  const failure = toFailure(error);
  const isTooWide =
    failure.type === 'bad-input' && failure.fields.some(({ field }) => field === 'search');
  return (
    <Notice
      tone="danger"
      role="alert"
      title={title}
      actions={isTooWide ? undefined : <Button onPress={onRetry}>{words('tryAgain')}</Button>}
    >
      {words(isTooWide ? 'tooManyText' : 'errorText')}
    </Notice>
  );
}
