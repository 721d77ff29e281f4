import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { countStepFilters, type StepSearch } from './step-search.ts';

type EmptyStepsProps = { readonly search: StepSearch; readonly onClear: () => void };

/** No steps at all, or none that the filters leave. */
export function EmptySteps({ search, onClear }: EmptyStepsProps) {
  const words = useTranslations('payments.steps');
  const filterWords = useTranslations('payments.filter');
  const filters = countStepFilters(search);
  return (
    <EmptyState
      title={filters === 0 ? words('emptyTitle') : words('filteredTitle', { count: filters })}
      actions={
        filters === 0 ? undefined : <Button onPress={onClear}>{filterWords('clearAll')}</Button>
      }
    >
      {words(filters === 0 ? 'emptyText' : 'filteredText')}
      {search.search === undefined ? null : <p>{words('searchText')}</p>}
    </EmptyState>
  );
}
