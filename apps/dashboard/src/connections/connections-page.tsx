import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { LoadError } from '../app/load-error.tsx';
import { NoAccess } from '../app/no-access.tsx';
import { Page } from '../app/page.tsx';
import { useSession } from '../app/session.tsx';
import { useTRPC } from '../app/trpc.ts';
import { buttonClass } from '../ui/button-class.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { ConnectionList } from './connection-list.tsx';
import styles from './connections.module.css';

/** The accounts at the gateway, for those who may connect them. */
export function ConnectionsPage() {
  const words = useTranslations('connections');
  const { can } = useSession();
  const trpc = useTRPC();
  const mayConnect = can('connections');
  const list = useQuery(trpc.connections.list.queryOptions(undefined, { enabled: mayConnect }));

  if (!mayConnect) {
    return (
      <Page title={words('title')}>
        <NoAccess right="connections" />
      </Page>
    );
  }

  const add = (
    <Link to="/settings/connections/new" className={buttonClass('primary')}>
      {words('add')}
    </Link>
  );
  return (
    <Page title={words('title')} actions={add}>
      <p className={styles.lead}>{words('lead')}</p>
      <LoadError query={list} />
      {list.data === undefined ? (
        list.error === null ? (
          <Skeleton rows={4} />
        ) : null
      ) : list.data.rows.length === 0 ? (
        <EmptyState title={words('emptyTitle')}>{words('emptyText')}</EmptyState>
      ) : (
        <ConnectionList connections={list.data.rows} />
      )}
    </Page>
  );
}
