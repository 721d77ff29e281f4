import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Notice } from '../ui/notice.tsx';

/** Nothing to show: the first use, or filters that nothing matches. */
export function EmptyList({
  filters,
  onClear,
}: {
  readonly filters: number;
  readonly onClear: () => void;
}) {
  const words = useTranslations('payments');
  if (filters === 0) {
    return <EmptyState title={words('list.emptyTitle')}>{words('list.emptyText')}</EmptyState>;
  }
  return (
    <EmptyState
      title={words('list.filteredTitle', { count: filters })}
      actions={<Button onPress={onClear}>{words('filter.clearAll')}</Button>}
    >
      {words('list.filteredText')}
    </EmptyState>
  );
}

/** Reading failed; reading again is safe. */
export function ListFailed({ onRetry }: { readonly onRetry: () => void }) {
  const words = useTranslations('payments.list');
  return (
    <Notice
      tone="danger"
      role="alert"
      title={words('errorTitle')}
      actions={<Button onPress={onRetry}>{words('tryAgain')}</Button>}
    >
      {words('errorText')}
    </Notice>
  );
}
