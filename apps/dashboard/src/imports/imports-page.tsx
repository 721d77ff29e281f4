import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { RecordsPage } from '../app/records-page.tsx';
import { useSession } from '../app/session.tsx';
import { useTRPC } from '../app/trpc.ts';
import { buttonClass } from '../ui/button-class.ts';
import { isOpen } from './import.ts';
import { ImportList } from './import-list.tsx';

const POLL_MS = 3000;

/** Payments of before Desk: the lists that were imported, newest first. */
export function ImportsPage() {
  const words = useTranslations('imports');
  const { can } = useSession();
  const trpc = useTRPC();
  const list = useQuery(
    trpc.imports.list.queryOptions(undefined, {
      enabled: can('import'),
      staleTime: 0,
      refetchInterval: ({ state }) => (state.data?.rows.some(isOpen) === true ? POLL_MS : false),
    }),
  );
  return (
    <RecordsPage
      title={words('title')}
      lead={words('lead')}
      emptyTitle={words('emptyTitle')}
      emptyText={words('emptyText')}
      right="import"
      add={
        <Link to="/imports/new" className={buttonClass('primary')}>
          {words('new')}
        </Link>
      }
      query={list}
      rows={list.data?.rows}
    >
      {(rows) => <ImportList rows={rows} />}
    </RecordsPage>
  );
}
