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
import styles from './reconciliation.module.css';
import { StatementList } from './statement-list.tsx';

/** The statements that were compared, newest first. */
export function StatementsPage() {
  const words = useTranslations('reconciliation');
  const { can } = useSession();
  const trpc = useTRPC();
  const mayReconcile = can('reports');
  const list = useQuery(
    trpc.reconciliation.list.queryOptions(undefined, { enabled: mayReconcile, staleTime: 0 }),
  );
  if (!mayReconcile) {
    return (
      <Page title={words('title')}>
        <NoAccess right="reports" />
      </Page>
    );
  }
  const add = (
    <Link to="/reconciliation/new" className={buttonClass('primary')}>
      {words('new')}
    </Link>
  );
  const rows = list.data?.rows;
  return (
    <Page title={words('title')} actions={add}>
      <p className={styles.lead}>{words('lead')}</p>
      <LoadError query={list} />
      {rows === undefined && list.error === null ? <Skeleton rows={4} /> : null}
      {rows?.length === 0 ? (
        <EmptyState title={words('emptyTitle')}>{words('emptyText')}</EmptyState>
      ) : null}
      {rows === undefined || rows.length === 0 ? null : <StatementList rows={rows} />}
    </Page>
  );
}
