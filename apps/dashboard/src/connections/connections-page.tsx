import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { RecordsPage } from '../app/records-page.tsx';
import { useSession } from '../app/session.tsx';
import { useTRPC } from '../app/trpc.ts';
import { buttonClass } from '../ui/button-class.ts';
import { ConnectionList } from './connection-list.tsx';

/** The accounts at the gateway, for those who may connect them. */
export function ConnectionsPage() {
  const words = useTranslations('connections');
  const { can } = useSession();
  const trpc = useTRPC();
  const list = useQuery(
    trpc.connections.list.queryOptions(undefined, { enabled: can('connections') }),
  );
  return (
    <RecordsPage
      title={words('title')}
      lead={words('lead')}
      emptyTitle={words('emptyTitle')}
      emptyText={words('emptyText')}
      right="connections"
      add={
        <Link to="/settings/connections/new" className={buttonClass('primary')}>
          {words('add')}
        </Link>
      }
      query={list}
      rows={list.data?.rows}
    >
      {(connections) => <ConnectionList connections={connections} />}
    </RecordsPage>
  );
}
