import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { LoadError } from '../app/load-error.tsx';
import { NoAccess } from '../app/no-access.tsx';
import { Page } from '../app/page.tsx';
import { useSession } from '../app/session.tsx';
import { useTRPC, useTRPCClient } from '../app/trpc.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useFormat } from '../ui/use-format.ts';
import styles from './audit.module.css';
import { type AuditSearch, readAuditSearch } from './audit.ts';
import { AuditFilters } from './audit-filters.tsx';
import { AuditList } from './audit-list.tsx';
import { ChainState } from './chain-state.tsx';

/** Who did, asked for or was refused what, for those who have to answer for it. */
export function AuditPage() {
  const words = useTranslations('audit');
  const { can } = useSession();
  return (
    <Page title={words('title')}>{can('audit') ? <AuditLog /> : <NoAccess right="audit" />}</Page>
  );
}

function AuditLog() {
  const words = useTranslations('audit');
  const search = readAuditSearch(useSearch({ from: '/desk/audit' }));
  const list = useAuditLines(search);
  const rows = list.data?.pages.flatMap((page) => page.rows);
  return (
    <>
      <p className={styles.lead}>{words('lead')}</p>
      <ChainState />
      <AuditFilters search={search} />
      <LoadError query={list} />
      {rows === undefined ? (
        list.error === null ? (
          <Skeleton rows={8} />
        ) : null
      ) : rows.length > 0 ? (
        <AuditList rows={rows} />
      ) : (
        <Nothing />
      )}
      {list.hasNextPage ? (
        <p>
          <Button isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
            {words('more')}
          </Button>
        </p>
      ) : null}
    </>
  );
}

function Nothing() {
  const words = useTranslations('audit');
  const format = useFormat();
  const trpc = useTRPC();
  const { data } = useQuery(trpc.audit.choices.queryOptions());
  return (
    <EmptyState title={words('noneFound')}>
      {data?.since == null ? null : words('startsOn', { date: format.day(data.since) })}
    </EmptyState>
  );
}

function useAuditLines(search: AuditSearch) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const input = { ...search, limit: 50 };
  return useInfiniteQuery({
    queryKey: trpc.audit.list.infiniteQueryKey(input),
    queryFn: ({ pageParam, signal }) =>
      client.audit.list.query({ ...input, cursor: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
}
