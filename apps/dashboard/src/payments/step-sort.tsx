import { useTranslations } from 'use-intl';
import { SortSelect } from './sort-select.tsx';
import type { StepSearch } from './step-search.ts';

const choices = [
  { sort: 'at', order: 'desc', key: 'createdDesc' },
  { sort: 'at', order: 'asc', key: 'createdAsc' },
  { sort: 'amount', order: 'desc', key: 'amountDesc' },
  { sort: 'amount', order: 'asc', key: 'amountAsc' },
] as const;

type StepSortProps = {
  readonly search: StepSearch;
  readonly onSearch: (search: StepSearch) => void;
};

/** What steps can be sorted by. */
export function StepSortSelect({ search, onSearch }: StepSortProps) {
  const words = useTranslations('payments.sort');
  const current = choices.find(({ sort, order }) => sort === search.sort && order === search.order);
  return (
    <SortSelect
      value={current?.key ?? 'createdDesc'}
      options={choices.map(({ key }) => ({ key, label: words(key) }))}
      onChoose={(chosen) => {
        const { sort, order } = choices.find(({ key }) => key === chosen) ?? choices[0];
        onSearch({ ...search, sort, order });
      }}
    />
  );
}
