import { useTranslations } from 'use-intl';
import styles from './payments-page.module.css';

type SortSelectProps<Key extends string> = {
  readonly value: Key;
  readonly options: readonly { readonly key: Key; readonly label: string }[];
  readonly onChoose: (key: Key) => void;
};

/** The order of a list, in words; the heads of the grid do the same. */
export function SortSelect<Key extends string>({ value, options, onChoose }: SortSelectProps<Key>) {
  const words = useTranslations('payments.sort');
  return (
    <label className={styles.sort}>
      <span>{words('label')}</span>
      <select
        className={styles.sortSelect}
        value={value}
        onChange={({ target }) => {
          const chosen = options.find(({ key }) => key === target.value);
          if (chosen) onChoose(chosen.key);
        }}
      >
        {options.map(({ key, label }) => (
          <option key={key} value={key}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
