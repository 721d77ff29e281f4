import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { LoadError } from '../app/load-error.tsx';
import { NoAccess } from '../app/no-access.tsx';
import { Page } from '../app/page.tsx';
import { useSession } from '../app/session.tsx';
import { useTRPC } from '../app/trpc.ts';
import { BackLink } from '../ui/back-link.tsx';
import { Notice } from '../ui/notice.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useFormat } from '../ui/use-format.ts';
import { type HistoryImport, isOpen } from './import.ts';
import { ImportActions } from './import-actions.tsx';
import { ImportLines } from './import-lines.tsx';
import { ImportProgress } from './import-progress.tsx';
import { ImportState } from './import-state.tsx';
import styles from './imports.module.css';

const POLL_MS = 1500;

/** One import: how far it is, and what became of every line. */
export function ImportPage() {
  const words = useTranslations('imports');
  const { can } = useSession();
  const trpc = useTRPC();
  const { importId } = useParams({ from: '/desk/imports/$importId' });
  const mayImport = can('import');
  const found = useQuery(
    trpc.imports.get.queryOptions(
      { importId },
      {
        enabled: mayImport,
        staleTime: 0,
        refetchInterval: ({ state }) =>
          state.data !== undefined && isOpen(state.data) ? POLL_MS : false,
      },
    ),
  );
  const name = found.data?.name ?? '';
  const title =
    found.data === undefined
      ? words('one')
      : name === ''
        ? words('pastedName')
        : words('oneTitle', { name });
  return (
    <Page title={title} above={<BackLink to="/imports">{words('toList')}</BackLink>}>
      {mayImport ? <LoadError query={found} /> : <NoAccess right="import" />}
      {mayImport && found.data === undefined && found.error === null ? <Skeleton rows={6} /> : null}
      {found.data === undefined ? null : <ImportReport made={found.data} />}
    </Page>
  );
}

function ImportReport({ made }: { readonly made: HistoryImport }) {
  const words = useTranslations('imports');
  const format = useFormat();
  return (
    <>
      <section className={styles.panel} aria-label={words('progressLabel')}>
        <p className={styles.progress}>
          <ImportState state={made.state} />
          <span>
            {words('begunBy', { who: made.by, when: format.instant(made.createdAt) })} ·{' '}
            <bdi>{made.connection}</bdi>
          </span>
        </p>
        <ImportProgress made={made} />
        {made.unreachableSince === null ? null : (
          <Notice tone="warning" role="status">
            {words('unreachable', { since: format.instant(made.unreachableSince) })}
          </Notice>
        )}
        <ImportActions made={made} />
      </section>
      <ImportLines made={made} />
    </>
  );
}
