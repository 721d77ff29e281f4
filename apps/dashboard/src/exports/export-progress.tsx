import { useTranslations } from 'use-intl';
import { useFormat } from '../ui/use-format.ts';
import type { Export } from './export.ts';
import styles from './exports.module.css';

/** How far a file is; until its rows are counted, only that it is being made. */
export function ExportProgress({ made }: { readonly made: Export }) {
  const words = useTranslations('exports');
  const format = useFormat();
  const { msLeft, rowsDone, rowsTotal, state } = made;
  if (state === 'queued') return null;
  if (rowsTotal === null) return <p className={styles.detail}>{words('counting')}</p>;
  const timeLeft = (ms: number) =>
    ms < 55_000
      ? words('secondsLeft', { count: Math.max(5, 5 * Math.ceil(ms / 5_000)) })
      : words('minutesLeft', { count: Math.round(ms / 60_000) });
  const text = words('progress', {
    done: format.count(rowsDone),
    total: format.count(rowsTotal),
  });
  return (
    <div className={styles.progress}>
      <progress
        className={styles.bar}
        max={Math.max(1, rowsTotal)}
        value={rowsDone}
        aria-label={words('progressLabel')}
      />
      <span>{text}</span>
      {msLeft === null ? null : <span>{timeLeft(msLeft)}</span>}
    </div>
  );
}
