import type { ReactNode } from 'react';
import styles from './folded.module.css';
import { useMediaQuery } from './use-media-query.ts';

type FoldedProps = {
  readonly summary: string;
  readonly children: ReactNode;
};

/** Choices above what they narrow down; on a narrow screen they are folded, so that the first answer is in sight. */
export function Folded({ summary, children }: FoldedProps) {
  const isNarrow = useMediaQuery('(width < 40rem)');
  if (!isNarrow) return children;
  return (
    <details className={styles.fold}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
