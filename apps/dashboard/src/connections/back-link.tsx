import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { Icon } from '../ui/icon.tsx';
import styles from './connections.module.css';

/** The way back to the list. */
export function BackLink() {
  const words = useTranslations('connections');
  return (
    <Link to="/settings/connections" className={styles.back}>
      <Icon name="chevron-left" />
      {words('backToList')}
    </Link>
  );
}
