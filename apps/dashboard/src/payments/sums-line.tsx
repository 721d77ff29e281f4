import { useTranslations } from 'use-intl';
import styles from '../lists/totals.module.css';
import { useFormat } from '../ui/use-format.ts';
import { type Sums, sumNames } from './sums-of.ts';

/** The sums of payments, a line per currency. */
export function SumsLine({ sums }: { readonly sums: readonly Sums[] }) {
  const words = useTranslations('payments.totals');
  const format = useFormat();
  return sums.map((one) => (
    <dl key={one.currency} className={styles.sums}>
      {sumNames.map((name) => (
        <div key={name} className={styles.sum}>
          <dt>{words(name)}</dt>
          <dd>{format.money(one[name], one.currency)}</dd>
        </div>
      ))}
    </dl>
  ));
}
