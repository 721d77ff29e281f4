import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import styles from './figures.module.css';

type FigureProps = {
  readonly label: string;
  readonly text: string;
  readonly level: 'calm' | 'soon' | 'urgent' | 'critical' | 'unknown';
  /** Where exactly what it counts is listed; without it there is nothing to list. */
  readonly to?: Pick<LinkProps, 'to' | 'search' | 'params'> | null;
  readonly children: ReactNode;
};

/** One number with what it means, as a link to the rows behind it. */
export function Figure({ label, text, level, to, children }: FigureProps) {
  const content = (
    <>
      <span className={styles.figureLabel}>{label}</span>
      <span className={styles.figureNumber}>{children}</span>
      <span className={styles.figureText}>{text}</span>
    </>
  );
  if (to == null) {
    return (
      <p className={styles.figure} data-level={level}>
        {content}
      </p>
    );
  }
  return (
    <Link {...to} preload={false} className={styles.figure} data-level={level}>
      {content}
    </Link>
  );
}
