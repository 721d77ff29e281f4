import { SortSelect } from '../lists/sort-select.tsx';
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
  return (
    <SortSelect
      choices={choices}
      chosen={search}
      onChoose={({ sort, order }) => onSearch({ ...search, sort, order })}
    />
  );
}
