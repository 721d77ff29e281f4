import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '../ui/use-format.ts';
import styles from './offline-banner.module.css';

/** Says since when there is no network, and that nothing will be sent by itself. */
export function OfflineBanner() {
  const words = useTranslations('shell');
  const format = useFormat();
  const [since, setSince] = useState(() => (navigator.onLine ? null : Date.now()));

  useEffect(() => {
    const goOffline = () => setSince(Date.now());
    const goOnline = () => setSince(null);
    window.addEventListener('offline', goOffline);
    window.addEventListener('online', goOnline);
    return () => {
      window.removeEventListener('offline', goOffline);
      window.removeEventListener('online', goOnline);
    };
  }, []);

  return (
    <div role="status">
      {since === null ? null : (
        <p className={styles.banner}>{words('offline', { time: format.time(since) })}</p>
      )}
    </div>
  );
}
