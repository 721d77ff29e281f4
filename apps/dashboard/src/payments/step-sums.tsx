import { useTranslations } from 'use-intl';
import styles from '../lists/totals.module.css';
import { useFormat } from '../ui/use-format.ts';
import type { StepSums } from './step-sums-of.ts';

/** How many steps of each kind there are, and what those that succeeded add up to. */
export function StepSumsLine({ sums }: { readonly sums: readonly StepSums[] }) {
  const words = useTranslations('payments.steps');
  const format = useFormat();
  return (
    <dl className={styles.sums}>
      {sums.map(({ kind, currency, count, succeeded }) => (
        <div key={`${kind} ${currency}`} className={styles.sum}>
          <dt>{words('kindCount', { kind: words(`kind.${kind}`), count })}</dt>
          <dd>{format.money(succeeded, currency)}</dd>
        </div>
      ))}
    </dl>
  );
}
