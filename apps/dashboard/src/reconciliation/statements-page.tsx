import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { RecordsPage } from '../app/records-page.tsx';
import { useSession } from '../app/session.tsx';
import { useTRPC } from '../app/trpc.ts';
import { buttonClass } from '../ui/button-class.ts';
import { StatementList } from './statement-list.tsx';

/** The statements that were compared, newest first. */
export function StatementsPage() {
  const words = useTranslations('reconciliation');
  const { can } = useSession();
  const trpc = useTRPC();
  const list = useQuery(
    trpc.reconciliation.list.queryOptions(undefined, { enabled: can('reports'), staleTime: 0 }),
  );
  return (
    <RecordsPage
      title={words('title')}
      lead={words('lead')}
      emptyTitle={words('emptyTitle')}
      emptyText={words('emptyText')}
      right="reports"
      add={
        <Link to="/reconciliation/new" className={buttonClass('primary')}>
          {words('new')}
        </Link>
      }
      query={list}
      rows={list.data?.rows}
    >
      {(rows) => <StatementList rows={rows} />}
    </RecordsPage>
  );
}
