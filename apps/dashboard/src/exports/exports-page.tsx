import { useQuery } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { LoadError } from '../app/load-error.tsx';
import { NoAccess } from '../app/no-access.tsx';
import { Page } from '../app/page.tsx';
import { useSession } from '../app/session.tsx';
import { useTRPC } from '../app/trpc.ts';
import { buttonClass } from '../ui/button-class.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { isOpen } from './export.ts';
import { ExportCard } from './export-card.tsx';
import styles from './exports.module.css';
import { useTellReady } from './use-tell-ready.ts';

/** Without the live connection progress is asked for. */
const POLL_MS = 5000;

/** The export centre: a person's files, newest first; `/exports/new` opens the dialog over it. */
export function ExportsPage() {
  const words = useTranslations('exports');
  const { can } = useSession();
  const trpc = useTRPC();
  const mayExport = can('export');
  const list = useQuery(
    trpc.exports.list.queryOptions(undefined, {
      enabled: mayExport,
      staleTime: 0,
      refetchInterval: ({ state }) => (state.data?.rows.some(isOpen) === true ? POLL_MS : false),
    }),
  );
  useTellReady(list.data?.rows);

  if (!mayExport) {
    return (
      <Page title={words('title')}>
        <NoAccess right="export" />
      </Page>
    );
  }
  const add = (
    <Link to="/exports/new" state={{ canReturn: true }} className={buttonClass('primary')}>
      {words('new')}
    </Link>
  );
  return (
    <Page title={words('title')} actions={add}>
      <p className={styles.lead}>{words('lead')}</p>
      <LoadError query={list} />
      {list.data === undefined && list.error === null ? <Skeleton rows={4} /> : null}
      {list.data?.rows.length === 0 ? (
        <EmptyState
          title={words('emptyTitle')}
          actions={
            <Link to="/payments" className={buttonClass('plain')}>
              {words('toPayments')}
            </Link>
          }
        >
          {words('emptyText')}
        </EmptyState>
      ) : null}
      {list.data === undefined || list.data.rows.length === 0 ? null : (
        <ul className={styles.list} aria-label={words('listLabel')}>
          {list.data.rows.map((made) => (
            <li key={made.id}>
              <ExportCard made={made} />
            </li>
          ))}
        </ul>
      )}
      <Outlet />
    </Page>
  );
}
