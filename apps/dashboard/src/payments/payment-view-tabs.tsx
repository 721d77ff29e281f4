import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { classNames } from '../ui/class-names.ts';
import { type PaymentSearch, writePaymentSearch } from './payment-search.ts';
import { paymentViews, viewOf } from './payment-views.ts';
import styles from './payments-page.module.css';

/** The ready-made views: links, because each is an address of its own. */
export function PaymentViewTabs({ search }: { readonly search: PaymentSearch }) {
  const words = useTranslations('payments.views');
  const current = viewOf(search);
  return (
    <nav className={styles.views} aria-label={words('label')}>
      {paymentViews.map((view) => (
        <Link
          key={view.key}
          to="/payments"
          search={writePaymentSearch(view.search)}
          className={classNames(styles.view, view.key === current && styles.current)}
          aria-current={view.key === current ? 'page' : undefined}
        >
          {words(view.key)}
        </Link>
      ))}
    </nav>
  );
}
