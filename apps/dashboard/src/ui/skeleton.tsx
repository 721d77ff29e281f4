import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import styles from './skeleton.module.css';

const quietMs = 400;
const longMs = 4_000;

type SkeletonProps = { readonly rows?: number };

/** Placeholder rows in final height: nothing for 400 ms, after 4 s a word that it still loads. */
export function Skeleton({ rows = 8 }: SkeletonProps) {
  const words = useTranslations('ui');
  const [phase, setPhase] = useState<'quiet' | 'rows' | 'long'>('quiet');

  useEffect(() => {
    const timers = [
      setTimeout(() => setPhase('rows'), quietMs),
      setTimeout(() => setPhase('long'), longMs),
    ];
    return () => timers.forEach(clearTimeout);
  }, []);

  return (
    <div className={styles.skeleton} data-phase={phase}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles.row} aria-hidden="true">
          <span className={styles.line} />
        </div>
      ))}
      <p className={phase === 'long' ? styles.text : 'visually-hidden'} role="status">
        {phase === 'quiet' ? '' : phase === 'long' ? words('stillLoading') : words('loading')}
      </p>
    </div>
  );
}
