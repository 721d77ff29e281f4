import { useTranslations } from 'use-intl';
import type { PaymentSearch } from './payment-search.ts';
import { SortSelect } from './sort-select.tsx';

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
