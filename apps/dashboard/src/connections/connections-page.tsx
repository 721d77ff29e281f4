import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useErrorText } from '../app/error-text.ts';
import { NoAccess } from '../app/no-access.tsx';
import { Page } from '../app/page.tsx';
import { useSession } from '../app/session.tsx';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../ui/button.tsx';
import { buttonClass } from '../ui/button-class.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Notice } from '../ui/notice.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { ConnectionList } from './connection-list.tsx';
import styles from './connections.module.css';

/** The accounts at the gateway, for those who may connect them. */
export function ConnectionsPage() {
  const words = useTranslations('connections');
  const shell = useTranslations('shell');
  const errorText = useErrorText();
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
      {list.error === null ? null : (
        <Notice
          tone="danger"
          role="alert"
          actions={<Button onPress={() => void list.refetch()}>{shell('tryAgain')}</Button>}
        >
          {errorText(list.error)}
        </Notice>
      )}
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
