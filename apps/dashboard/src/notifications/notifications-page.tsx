import { useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { LoadError } from '../app/load-error.tsx';
import { NoAccess } from '../app/no-access.tsx';
import { Page } from '../app/page.tsx';
import { useSession } from '../app/session.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { NotificationFilters } from './notification-filters.tsx';
import { NotificationList } from './notification-list.tsx';
import { readNotificationSearch } from './notification-search.ts';
import styles from './notifications.module.css';
import { useNotifications } from './use-notifications.ts';

/** What the gateway sent here, what was refused at the door, and whether the shop has it too. */
export function NotificationsPage() {
  const words = useTranslations('notifications');
  const { can } = useSession();
  const mayRead = can('audit');
  const search = readNotificationSearch(useSearch({ from: '/desk/notifications' }));
  const list = useNotifications(search, mayRead);

  if (!mayRead) {
    return (
      <Page title={words('title')}>
        <NoAccess right="audit" />
      </Page>
    );
  }
  const isNarrowed = search.state ?? search.kind ?? search.connection ?? search.search;
  return (
    <Page title={words('title')}>
      <p className={styles.lead}>{words('lead')}</p>
      <NotificationFilters search={search} />
      <LoadError query={list} />
      {list.rows === undefined ? (
        list.error === null ? (
          <Skeleton rows={8} />
        ) : null
      ) : list.rows.length > 0 ? (
        <NotificationList rows={list.rows} />
      ) : isNarrowed !== undefined ? (
        <EmptyState title={words('noneFound')}>{words('noneFoundText')}</EmptyState>
      ) : search.view === 'problems' ? (
        <EmptyState title={words('noProblems')}>{words('noProblemsText')}</EmptyState>
      ) : (
        <EmptyState title={words('empty')}>{words('emptyText')}</EmptyState>
      )}
      {list.hasNextPage ? (
        <p>
          <Button isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
            {words('more')}
          </Button>
        </p>
      ) : null}
    </Page>
  );
}
