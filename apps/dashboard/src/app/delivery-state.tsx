import { useTranslations } from 'use-intl';
import { Badge, type Tone } from '../ui/badge.tsx';
import type { IconName } from '../ui/icon.tsx';
import { isOwn } from '../ui/is-own.ts';
import { useFormat } from '../ui/use-format.ts';
import styles from './delivery-state.module.css';

type Delivery = {
  readonly state: 'pending' | 'done' | 'given-up';
  readonly attempts: number;
  readonly lastStatus: number | null;
  readonly lastError: string | null;
  /** When it is tried next, ms UTC. */
  readonly nextAt: number | null;
};
type DeliveryStateProps = {
  readonly delivery: Delivery;
  /** The HTTP status that ends it. */
  readonly wanted: '200' | '2xx';
};

const looks: Record<Delivery['state'], { readonly tone: Tone; readonly icon: IconName }> = {
  pending: { tone: 'info', icon: 'hourglass' },
  done: { tone: 'success', icon: 'check-disc' },
  'given-up': { tone: 'danger', icon: 'octagon' },
};

const errors = {
  timeout: 'timeout',
  unreachable: 'unreachable',
  'not-public': 'not-public',
  'not-sendable': 'not-sendable',
  'no-address': 'no-address',
} as const;

/** Whether a shop has what was sent to it, how often that was tried and when it is tried next. */
export function DeliveryState({ delivery, wanted }: DeliveryStateProps) {
  const words = useTranslations('delivery');
  const format = useFormat();
  const { attempts, lastError, lastStatus, nextAt, state } = delivery;
  const failed = state !== 'done';
  return (
    <div className={styles.state}>
      <Badge {...looks[state]}>{words(`state.${state}`)}</Badge>
      {attempts === 0 ? null : (
        <span className={styles.detail}>{words('attempts', { count: attempts })}</span>
      )}
      {failed && lastStatus !== null ? (
        <span>{words('answered', { status: lastStatus, wanted })}</span>
      ) : null}
      {failed && lastError !== null ? (
        <span>{words(`error.${isOwn(errors, lastError) ? lastError : 'other'}`)}</span>
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
