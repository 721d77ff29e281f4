import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { RecordsPage } from '../app/records-page.tsx';
import { useSession } from '../app/session.tsx';
import { Button } from '../ui/button.tsx';
import { buttonClass } from '../ui/button-class.ts';
import { BatchList } from './batch-list.tsx';
import { useBatches } from './use-batches.ts';

/** Orders that left, or will leave, in files; newest first. */
export function BatchesPage() {
  const words = useTranslations('batches');
  const { can } = useSession();
  const list = useBatches(can('batch'));
  return (
    <RecordsPage
      title={words('title')}
      lead={words('lead')}
      emptyTitle={words('emptyTitle')}
      emptyText={words('emptyText')}
      right="batch"
      add={
        <Link to="/batches/new" className={buttonClass('primary')}>
          {words('new')}
        </Link>
      }
      query={list}
      rows={list.data?.pages.flatMap((page) => page.rows)}
    >
      {(rows) => (
        <>
          <BatchList rows={rows} />
          {list.hasNextPage ? (
            <Button isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
              {words('more')}
            </Button>
          ) : null}
        </>
      )}
    </RecordsPage>
  );
}
