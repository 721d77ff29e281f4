import { useTranslations } from 'use-intl';
import { Badge } from '../ui/badge.tsx';
import { useFormat } from '../ui/use-format.ts';
import { type Export, isOpen } from './export.ts';
import { ExportActions } from './export-actions.tsx';
import { ExportFacts } from './export-facts.tsx';
import { ExportProgress } from './export-progress.tsx';
import styles from './exports.module.css';

const tones = {
  queued: 'neutral',
  running: 'info',
  ready: 'success',
  failed: 'danger',
  stopped: 'neutral',
  expired: 'neutral',
  removed: 'neutral',
} as const;
const icons = {
  queued: 'clock',
  running: 'half-disc',
  ready: 'check-disc',
  failed: 'octagon',
  stopped: 'slashed-ring',
  expired: 'hourglass',
  removed: 'close',
} as const;

/** One file: what it is, how far it is, what can be done with it. */
export function ExportCard({ made }: { readonly made: Export }) {
  const words = useTranslations('exports');
  const format = useFormat();
  const name = words('heading', { scope: made.scope });
  return (
    <article className={styles.card} aria-label={`${name}, ${words(`state.${made.state}`)}`}>
      <header className={styles.head}>
        <h2 className={styles.name}>{name}</h2>
        <Badge tone={tones[made.state]} icon={icons[made.state]}>
          {words(`state.${made.state}`)}
        </Badge>
        <span className={styles.when}>{format.instant(made.asOf ?? made.createdAt)}</span>
      </header>
      <p className={styles.filter}>
        <bdi lang={made.language}>{made.filter}</bdi>
      </p>
      <p className={styles.detail}>
        {words(`format.${made.format}`)}
        {made.rowsTotal === null || made.state !== 'ready' ? null : (
          <>
            {' · '}
            {words('rows', { count: made.rowsTotal, shown: format.count(made.rowsTotal) })}
          </>
        )}
        {made.bytes === null || made.state !== 'ready' ? null : ` · ${format.bytes(made.bytes)}`}
        {made.expiresAt === null || made.state !== 'ready' ? null : (
          <>
            {' · '}
            {words('keptUntil', { date: format.instant(made.expiresAt) })}
          </>
        )}
      </p>
      {isOpen(made) ? <ExportProgress made={made} /> : null}
      {made.failure === null ? null : (
        <p className={styles.failure}>{words(`failure.${made.failure}`)}</p>
      )}
      {made.state === 'stopped' ? <p className={styles.detail}>{words('stoppedText')}</p> : null}
      {made.state === 'expired' ? <p className={styles.detail}>{words('expiredText')}</p> : null}
      {made.attempt > 1 && made.state === 'ready' ? (
        <p className={styles.detail}>{words('restarted')}</p>
      ) : null}
      <ExportActions made={made} />
      {made.figures.length === 0 ? null : <ExportFacts made={made} />}
    </article>
  );
}
