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
import { isOpen } from './import.ts';
import { ImportList } from './import-list.tsx';
import styles from './imports.module.css';

const POLL_MS = 3000;

/** Payments of before Desk: the lists that were imported, newest first. */
export function ImportsPage() {
  const words = useTranslations('imports');
  const { can } = useSession();
  const trpc = useTRPC();
  const mayImport = can('import');
  const list = useQuery(
    trpc.imports.list.queryOptions(undefined, {
      enabled: mayImport,
      staleTime: 0,
      refetchInterval: ({ state }) => (state.data?.rows.some(isOpen) === true ? POLL_MS : false),
    }),
  );
  if (!mayImport) {
    return (
      <Page title={words('title')}>
        <NoAccess right="import" />
      </Page>
    );
  }
  const add = (
    <Link to="/imports/new" className={buttonClass('primary')}>
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
      {rows === undefined || rows.length === 0 ? null : <ImportList rows={rows} />}
    </Page>
  );
}
