import { useTranslations } from 'use-intl';
import type { PaymentSearch } from './payment-search.ts';
import styles from './payments-page.module.css';

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

type SortSelectProps = {
  readonly search: PaymentSearch;
  readonly onSearch: (search: PaymentSearch) => void;
};

/** The order of the list, in words; the heads of the grid do the same. */
export function SortSelect({ search, onSearch }: SortSelectProps) {
  const words = useTranslations('payments.sort');
  const current = choices.find(({ sort, order }) => sort === search.sort && order === search.order);

  const choose = (key: string) => {
    const choice = choices.find((known) => known.key === key);
    if (choice) onSearch({ ...search, sort: choice.sort, order: choice.order });
  };

  return (
    <label className={styles.sort}>
      <span>{words('label')}</span>
      <select
        className={styles.sortSelect}
        value={current?.key}
        onChange={(event) => choose(event.target.value)}
      >
        {choices.map(({ key }) => (
          <option key={key} value={key}>
            {words(key)}
          </option>
        ))}
      </select>
    </label>
  );
}
