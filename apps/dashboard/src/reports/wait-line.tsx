import { useTranslations } from 'use-intl';
import styles from './wait-line.module.css';

const lastDay = 8;
const placeOf = (minutes: number | null) =>
  `${(100 * Math.min(lastDay, minutes === null ? lastDay : minutes / 1440)) / lastDay}%`;

type WaitLineProps = {
  /** Minutes; null: later than the seven days. */
  readonly median: number | null;
  readonly p95: number | null;
};

/** Median and 95 % on a scale of eight days, against the line at seven. The sentence above says the same. */
export function WaitLine({ median, p95 }: WaitLineProps) {
  const words = useTranslations('reports.waits');
  return (
    <figure className={styles.figure} aria-hidden="true">
      <figcaption className={styles.legend}>
        <span className={styles.median}>{words('median')}</span>
        <span className={styles.p95}>{words('p95')}</span>
        <span className={styles.limit}>{words('limit')}</span>
      </figcaption>
      <div className={styles.track}>
        {Array.from({ length: lastDay - 1 }, (_, at) => at + 1).map((day) => (
          <span
            key={day}
            className={day === 7 ? styles.end : styles.day}
            style={{ insetInlineStart: placeOf(day * 1440) }}
          />
        ))}
        <span className={styles.medianMark} style={{ insetInlineStart: placeOf(median) }} />
        <span className={styles.p95Mark} style={{ insetInlineStart: placeOf(p95) }} />
      </div>
    </figure>
  );
}
