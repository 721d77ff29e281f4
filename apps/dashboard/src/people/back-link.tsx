import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { Icon } from '../ui/icon.tsx';
import styles from './people.module.css';

/** The way back to the list. */
export function BackLink() {
  const words = useTranslations('people');
  return (
    <Link to="/settings/people" className={styles.back} activeOptions={{ exact: true }}>
      <Icon name="chevron-left" />
      {words('backToList')}
    </Link>
  );
}
