import type { ReactNode } from 'react';
import styles from './chip.module.css';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';

export type ChipLevel = 'calm' | 'soon' | 'urgent' | 'critical' | 'missed';

const icons: Record<ChipLevel, IconName | null> = {
  calm: null,
  soon: 'clock',
  urgent: 'triangle',
  critical: 'triangle-solid',
  missed: 'circle-x',
};

type ChipProps = { readonly level: ChipLevel; readonly children: ReactNode };

/** How pressing a deadline is, told by fill and shape, not by hue alone. */
export function Chip({ level, children }: ChipProps) {
  const icon = icons[level];
  return (
    <span className={classNames(styles.chip, styles[level])}>
      {icon === null ? null : <Icon name={icon} />}
      {children}
    </span>
  );
}
