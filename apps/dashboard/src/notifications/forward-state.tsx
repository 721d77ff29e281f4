import { useTranslations } from 'use-intl';
import { Badge, type Tone } from '../ui/badge.tsx';
import type { IconName } from '../ui/icon.tsx';
import { isOwn } from '../ui/is-own.ts';
import { useFormat } from '../ui/use-format.ts';
import type { Notification } from './notification.ts';
import styles from './notifications.module.css';

type Forward = NonNullable<Notification['forward']>;

const looks: Record<Forward['state'], { readonly tone: Tone; readonly icon: IconName }> = {
  pending: { tone: 'info', icon: 'hourglass' },
  done: { tone: 'success', icon: 'check-disc' },
  'given-up': { tone: 'danger', icon: 'octagon' },
};

const errors = {
  timeout: 'timeout',
  unreachable: 'unreachable',
  'not-public': 'not-public',
  'not-sendable': 'not-sendable',
} as const;

/** Whether the shop has the notification too, how often that was tried and when it is tried next. */
export function ForwardState({ row }: { readonly row: Notification }) {
  const words = useTranslations('notifications');
  const format = useFormat();
  const { forward } = row;
  if (forward === null) return <span className={styles.detail}>{words('notForwarded')}</span>;

  const { attempts, lastError, lastStatus, nextAt, state } = forward;
  const failed = state !== 'done';
  return (
    <div className={styles.state}>
      <Badge {...looks[state]}>{words(`forwardState.${state}`)}</Badge>
      {attempts === 0 ? null : (
        <span className={styles.detail}>{words('attempts', { count: attempts })}</span>
      )}
      {failed && lastStatus !== null ? (
        <span>{words('answered', { status: lastStatus })}</span>
      ) : null}
      {failed && lastError !== null ? (
        <span>{words(`forwardError.${isOwn(errors, lastError) ? lastError : 'other'}`)}</span>
      ) : null}
      {nextAt === null || attempts === 0 ? null : (
        <span className={styles.detail}>
          {nextAt <= format.now
            ? words('againSoon')
            : words('again', { time: format.shortInstant(nextAt) })}
        </span>
      )}
    </div>
  );
}
