import { useTranslations } from 'use-intl';
import styles from './list-page.module.css';

type Order = { readonly sort: string; readonly order: 'asc' | 'desc' };
type SortKey = `${'created' | 'captureBy' | 'refundUntil' | 'amount'}${'Asc' | 'Desc'}`;
type SortSelectProps<Choice extends Order> = {
  /** The first one holds where none is chosen. */
  readonly choices: readonly (Choice & { readonly key: SortKey })[];
  readonly chosen: Order;
  readonly onChoose: (choice: Choice) => void;
};

/** The order of a list, in words; the heads of the grid do the same. */
export function SortSelect<Choice extends Order>(props: SortSelectProps<Choice>) {
  const { choices, chosen, onChoose } = props;
  const words = useTranslations('payments.sort');
  const current = choices.find(({ sort, order }) => sort === chosen.sort && order === chosen.order);
  return (
    <label className={styles.sort}>
      <span>{words('label')}</span>
      <select
        className={styles.sortSelect}
        value={(current ?? choices[0])?.key}
        onChange={({ target }) => {
          const next = choices.find(({ key }) => key === target.value);
          if (next) onChoose(next);
        }}
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
