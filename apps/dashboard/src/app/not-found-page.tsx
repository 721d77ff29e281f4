import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { buttonClass } from '../ui/button-class.ts';
import { Page } from './page.tsx';
import styles from './plain-page.module.css';

/** An address that leads nowhere. */
export function NotFoundPage() {
  const words = useTranslations('shell');
  return (
    <div className={styles.box}>
      <Page title={words('notFoundTitle')}>
        <p>{words('notFoundText')}</p>
        <p>
          <Link to="/" className={buttonClass('plain')}>
            {words('toOverview')}
          </Link>
        </p>
      </Page>
    </div>
  );
}
