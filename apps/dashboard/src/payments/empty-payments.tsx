import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

/** Nothing to show: the first use, or filters that nothing matches. */
export function EmptyPayments({
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
