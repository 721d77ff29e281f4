import { SortSelect } from '../lists/sort-select.tsx';
import type { PaymentSearch } from './payment-search.ts';

const choices = [
  { sort: 'created', order: 'desc', key: 'createdDesc' },
  { sort: 'created', order: 'asc', key: 'createdAsc' },
  { sort: 'captureBy', order: 'asc', key: 'captureByAsc' },
  { sort: 'captureBy', order: 'desc', key: 'captureByDesc' },
  { sort: 'refundUntil', order: 'asc', key: 'refundUntilAsc' },
  { sort: 'refundUntil', order: 'desc', key: 'refundUntilDesc' },
  { sort: 'amount', order: 'desc', key: 'amountDesc' },
  { sort: 'amount', order: 'asc', key: 'amountAsc' },
] as const;

type PaymentSortProps = {
  readonly search: PaymentSearch;
  readonly onSearch: (search: PaymentSearch) => void;
};

/** What payments can be sorted by. */
export function PaymentSortSelect({ search, onSearch }: PaymentSortProps) {
  return (
    <SortSelect
      choices={choices}
      chosen={search}
      onChoose={({ sort, order }) => onSearch({ ...search, sort, order })}
    />
  );
}
