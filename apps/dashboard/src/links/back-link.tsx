import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { Icon } from '../ui/icon.tsx';
import styles from './links.module.css';

/** The way back to the list. */
export function BackLink() {
  const words = useTranslations('links');
  return (
    <Link to="/links" className={styles.back} activeOptions={{ exact: true }}>
      <Icon name="chevron-left" />
      {words('back')}
    </Link>
  );
}
