import type { ReactNode } from 'react';
import type { Tone } from './badge.tsx';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';
import styles from './notice.module.css';

const icons: Record<Tone, IconName> = {
  neutral: 'info',
  info: 'info',
  success: 'check-disc',
  warning: 'triangle',
  danger: 'octagon',
  unknown: 'diamond-question',
};

type NoticeProps = {
  readonly tone: Tone;
  readonly title?: string;
  /** `status` is read out politely, `alert` at once; leave it out for what was there from the start. */
  readonly role?: 'status' | 'alert';
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
};

/** A message in the page, where the action was. */
export function Notice({ tone, title, role, children, actions }: NoticeProps) {
  return (
    <div className={classNames(styles.notice, styles[tone])} role={role}>
      <span className={styles.icon}>
        <Icon name={icons[tone]} size={16} />
      </span>
      <div className={styles.text}>
        {title === undefined ? null : <p className={styles.title}>{title}</p>}
        {children === undefined ? null : <div>{children}</div>}
        {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}
