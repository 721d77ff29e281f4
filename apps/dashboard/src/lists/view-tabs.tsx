import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { classNames } from '../ui/class-names.ts';
import type { ListAddress } from './list-layout.ts';
import styles from './list-page.module.css';
import type { ListPath, ListViews } from './use-list-views.ts';

export type ReadyView = {
  readonly key: string;
  readonly label: string;
  readonly address: ListAddress;
  readonly isOpen: boolean;
};
type ViewTabsProps = {
  readonly to: ListPath;
  readonly ready: readonly ReadyView[];
  readonly views: Pick<ListViews<string>, 'views' | 'view' | 'isChanged'>;
};

/** The ready-made views and the saved ones: links, because each is an address of its own. */
export function ViewTabs({ to, ready, views: { isChanged, view: open, views } }: ViewTabsProps) {
  const words = useTranslations('payments.views');
  const saved = useTranslations('payments.savedViews');
  return (
    <nav className={styles.views} aria-label={words('label')}>
      {ready.map(({ key, label, address, isOpen }) => (
        <Link
          key={key}
          to={to}
          search={address}
          className={classNames(styles.view, isOpen && styles.current)}
          aria-current={isOpen ? 'page' : undefined}
          onClick={() => views.remember({ lastView: null })}
        >
          {label}
        </Link>
      ))}
      {views.views.map((view) => (
        <Link
          key={view.id}
          to={to}
          search={{ ...view.address, view: view.id }}
          className={classNames(styles.view, view.id === open?.id && styles.current)}
          aria-current={view.id === open?.id ? 'page' : undefined}
          onClick={() => views.remember({ lastView: view.id })}
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
