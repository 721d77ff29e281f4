import type { ReactNode } from 'react';
import styles from './badge.module.css';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger' | 'unknown';

type BadgeProps = { readonly tone: Tone; readonly icon: IconName; readonly children: ReactNode };

/** A state: shape, word and color together. Never clickable. */
export function Badge({ tone, icon, children }: BadgeProps) {
  return (
    <span className={classNames(styles.badge, styles[tone])}>
      <Icon name={icon} />
      {children}
    </span>
  );
}
