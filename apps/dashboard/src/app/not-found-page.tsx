import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { buttonClass } from '../ui/button-class.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from './page.tsx';
import styles from './plain-page.module.css';

/** An address that leads nowhere. */
export function NotFoundPage() {
  const words = useTranslations('shell');
  return (
    <div className={styles.box}>
      <Page title={words('notFoundTitle')}>
        <EmptyState
          title={words('notFoundText')}
          actions={
            <Link to="/" className={buttonClass('primary')}>
              {words('toOverview')}
            </Link>
          }
        />
      </Page>
    </div>
  );
}
