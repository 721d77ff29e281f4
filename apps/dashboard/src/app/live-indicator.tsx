import { useTranslations } from 'use-intl';
import { Icon } from '../ui/icon.tsx';
import type { LiveState } from './live.ts';
import styles from './live-indicator.module.css';

/** Whether changes arrive by themselves, in a word and a shape. */
export function LiveIndicator({ state }: { readonly state: LiveState }) {
  const words = useTranslations('shell');
  const isLive = state === 'connected';
  return (
    <p className={styles.live} data-state={state}>
      <Icon name={isLive ? 'check-disc' : 'dotted-ring'} />
      {isLive ? words('live') : words('reconnecting')}
      <span className="visually-hidden">
        {isLive ? words('liveTitle') : words('reconnectingTitle')}
      </span>
    </p>
  );
}
