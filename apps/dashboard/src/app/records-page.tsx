import type { ComponentProps, ReactNode } from 'react';
import asides from '../ui/asides.module.css';
import { EmptyState } from '../ui/empty-state.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { LoadError } from './load-error.tsx';
import { NoAccess } from './no-access.tsx';
import { Page } from './page.tsx';
import { useSession } from './session.tsx';

type RecordsPageProps<Row> = {
  readonly title: string;
  readonly lead: string;
  readonly emptyTitle: string;
  readonly emptyText: string;
  /** Whoever lacks it reads who can give it. */
  readonly right: ComponentProps<typeof NoAccess>['right'];
  /** The way to a new one. */
  readonly add: ReactNode;
  readonly query: ComponentProps<typeof LoadError>['query'];
  /** Undefined until they were read once. */
  readonly rows: readonly Row[] | undefined;
  readonly children: (rows: readonly Row[]) => ReactNode;
};

/** A page of records that people make one by one: files, imports, statements, connections. */
export function RecordsPage<Row>(props: RecordsPageProps<Row>) {
  const { title, lead, emptyTitle, emptyText, right, add, query, rows, children } = props;
  const { can } = useSession();
  if (!can(right)) {
    return (
      <Page title={title}>
        <NoAccess right={right} />
      </Page>
    );
  }
  return (
    <Page title={title} actions={add}>
      <p className={asides.lead}>{lead}</p>
      <LoadError query={query} />
      {rows === undefined && query.error === null ? <Skeleton rows={4} /> : null}
      {rows?.length === 0 ? <EmptyState title={emptyTitle}>{emptyText}</EmptyState> : null}
      {rows === undefined || rows.length === 0 ? null : children(rows)}
    </Page>
  );
}
