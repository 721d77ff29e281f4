import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { classNames } from '../ui/class-names.ts';
import type { SavedView } from './list-layout.ts';
import { type PaymentSearch, writePaymentSearch } from './payment-search.ts';
import { paymentViews, viewOf } from './payment-views.ts';
import styles from './payments-page.module.css';

type PaymentViewTabsProps = {
  readonly search: PaymentSearch;
  readonly views: readonly SavedView[];
  /** The saved view that is open, and whether something was changed in it. */
  readonly view: SavedView | null;
  readonly isChanged: boolean;
  readonly onOpen: (view: SavedView) => void;
  /** A ready-made view was chosen. */
  readonly onLeave: () => void;
};

/** The ready-made views and the saved ones: links, because each is an address of its own. */
export function PaymentViewTabs({
  search,
  views,
  view: open,
  isChanged,
  onOpen,
  onLeave,
}: PaymentViewTabsProps) {
  const words = useTranslations('payments.views');
  const saved = useTranslations('payments.savedViews');
  const current = open === null ? viewOf(search) : null;
  return (
    <nav className={styles.views} aria-label={words('label')}>
      {paymentViews.map((view) => (
        <Link
          key={view.key}
          to="/payments"
          search={writePaymentSearch(view.search)}
          className={classNames(styles.view, view.key === current && styles.current)}
          aria-current={view.key === current ? 'page' : undefined}
          onClick={onLeave}
        >
          {words(view.key)}
        </Link>
      ))}
      {views.map((view) => (
        <Link
          key={view.id}
          to="/payments"
          search={{ ...view.address, view: view.id }}
          className={classNames(styles.view, view.id === open?.id && styles.current)}
          aria-current={view.id === open?.id ? 'page' : undefined}
          onClick={() => onOpen(view)}
        >
          <bdi>{view.name}</bdi>
          {view.isTeam ? <span className="visually-hidden"> {saved('team')}</span> : null}
          {view.id === open?.id && isChanged ? (
            <>
              <span aria-hidden="true">*</span>
              <span className="visually-hidden"> {saved('changed')}</span>
            </>
          ) : null}
        </Link>
      ))}
    </nav>
  );
}
