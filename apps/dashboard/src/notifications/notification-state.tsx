import { useTranslations } from 'use-intl';
import { Badge, type Tone } from '../ui/badge.tsx';
import type { IconName } from '../ui/icon.tsx';
import { isOwn } from '../ui/is-own.ts';
import { useFormat } from '../ui/use-format.ts';
import type { Notification } from './notification.ts';
import styles from './notifications.module.css';

const looks: Record<Notification['state'], { readonly tone: Tone; readonly icon: IconName }> = {
  pending: { tone: 'info', icon: 'hourglass' },
  done: { tone: 'success', icon: 'check-disc' },
  parked: { tone: 'warning', icon: 'triangle' },
  rejected: { tone: 'danger', icon: 'circle-x' },
};

const reasons = {
  'mac-wrong': 'mac-wrong',
  'mac-missing': 'mac-missing',
  'merchant-differs': 'merchant-differs',
  'not-encrypted': 'not-encrypted',
  'too-large': 'too-large',
} as const;

const outcomes = {
  recorded: 'recorded',
  'woke-operation': 'woke-operation',
  'trans-id-taken': 'trans-id-taken',
  'not-found': 'not-found',
  unreachable: 'unreachable',
  unreadable: 'unreadable',
} as const;

/** Whether it is authentic, and what the inquiry that it led to found. */
export function NotificationState({ row }: { readonly row: Notification }) {
  const words = useTranslations('notifications');
  const format = useFormat();
  const { nextAt, state, why } = row;
  return (
    <div className={styles.state}>
      <Badge {...looks[state]}>{words(`stateName.${state}`)}</Badge>
      {state === 'rejected' ? (
        <span>{words(`reason.${why !== null && isOwn(reasons, why) ? why : 'other'}`)}</span>
      ) : why === null ? (
        <span>{words('authentic')}</span>
      ) : (
        <span>{words(`result.${isOwn(outcomes, why) ? why : 'other'}`)}</span>
      )}
      {nextAt === null || why === null ? null : (
        <span className={styles.detail}>
          {nextAt <= format.now
            ? words('againSoon')
            : words('again', { time: format.shortInstant(nextAt) })}
        </span>
      )}
    </div>
  );
}
