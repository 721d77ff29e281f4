import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { buttonClass } from '../ui/button-class.ts';
import styles from './list-tabs.module.css';

/** The two ways to look at the same money: whole payments, or each step by itself. */
export function ListTabs() {
  const words = useTranslations('payments.steps');
  return (
    <nav className={styles.tabs} aria-label={words('tabsLabel')}>
      <Link
        to="/payments"
        activeOptions={{ exact: true, includeSearch: false }}
        className={buttonClass('quiet', 'small')}
        activeProps={{ className: styles.current ?? '', 'aria-current': 'page' }}
      >
        {words('tabPayments')}
      </Link>
      <Link
        to="/payments/steps"
        activeOptions={{ exact: true, includeSearch: false }}
        className={buttonClass('quiet', 'small')}
        activeProps={{ className: styles.current ?? '', 'aria-current': 'page' }}
      >
        {words('tabSteps')}
      </Link>
    </nav>
  );
}
