import { useTranslations } from 'use-intl';
import { useFormat } from '../ui/use-format.ts';
import { doneOf, type HistoryImport } from './import.ts';
import styles from './imports.module.css';

/** How many lines have their answer, and how long the rest takes at this pace. */
export function ImportProgress({ made }: { readonly made: HistoryImport }) {
  const words = useTranslations('imports');
  const format = useFormat();
  const { counts, lines, perSecond, state } = made;
  const minutes = Math.ceil(counts.waiting / perSecond / 60);
  return (
    <div className={styles.progress}>
      <progress
        className={styles.bar}
        max={Math.max(1, lines)}
        value={doneOf(made)}
        aria-label={words('progressLabel')}
      />
      <span>
        {words('progress', { done: format.count(doneOf(made)), total: format.count(lines) })}
        {state === 'running' && counts.waiting > 0 ? ` · ${words('left', { minutes })}` : null}
      </span>
    </div>
  );
}
