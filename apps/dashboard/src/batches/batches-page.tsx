import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { LoadError } from '../app/load-error.tsx';
import { NoAccess } from '../app/no-access.tsx';
import { Page } from '../app/page.tsx';
import { useSession } from '../app/session.tsx';
import { Button } from '../ui/button.tsx';
import { buttonClass } from '../ui/button-class.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { BatchList } from './batch-list.tsx';
import styles from './batches.module.css';
import { useBatches } from './use-batches.ts';

/** Orders that left, or will leave, in files; newest first. */
export function BatchesPage() {
  const words = useTranslations('batches');
  const { can } = useSession();
  const mayBatch = can('batch');
  const list = useBatches(mayBatch);
  if (!mayBatch) {
    return (
      <Page title={words('title')}>
        <NoAccess right="batch" />
      </Page>
    );
  }
  const add = (
    <Link to="/batches/new" className={buttonClass('primary')}>
      {words('new')}
    </Link>
  );
  const rows = list.data?.pages.flatMap((page) => page.rows);
  return (
    <Page title={words('title')} actions={add}>
      <p className={styles.lead}>{words('lead')}</p>
      <LoadError query={list} />
      {rows === undefined && list.error === null ? <Skeleton rows={4} /> : null}
      {rows?.length === 0 ? (
        <EmptyState title={words('emptyTitle')}>{words('emptyText')}</EmptyState>
      ) : null}
      {rows === undefined || rows.length === 0 ? null : <BatchList rows={rows} />}
      {list.hasNextPage ? (
        <Button isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
          {words('more')}
        </Button>
      ) : null}
    </Page>
  );
}
