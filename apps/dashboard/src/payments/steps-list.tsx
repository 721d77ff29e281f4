import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { ListGrid } from './list-grid.tsx';
import { ListFailed } from './payment-list-state.tsx';
import styles from './payments-page.module.css';
import { SearchNotes } from './search-notes.tsx';
import { stepKey } from './step.ts';
import { StepCards } from './step-cards.tsx';
import gridColumns from './step-grid.module.css';
import { countStepFilters, type StepSearch } from './step-search.ts';
import { StepSortSelect } from './step-sort.tsx';
import { useMediaQuery } from './use-media-query.ts';
import { useRowHeight } from './use-row-height.ts';
import { useStepColumns } from './use-step-columns.tsx';
import { useStepsList } from './use-steps-list.ts';

type StepsListProps = {
  readonly search: StepSearch;
  /** The visit of the page: coming back to it finds its row again. */
  readonly entry: string;
  readonly onSearch: (search: StepSearch) => void;
  readonly onFocusSearch: () => void;
};

const layout = { row: gridColumns.columns, cell: (column: string) => gridColumns[column] };

/** Single steps in all their states: loading, none, failed, more below, end. */
export function StepsList({ search, entry, onSearch, onFocusSearch }: StepsListProps) {
  const words = useTranslations('payments.steps');
  const listWords = useTranslations('payments.list');
  const filterWords = useTranslations('payments.filter');
  const list = useStepsList(search);
  const isNarrow = useMediaQuery('(width < 48rem)');
  const rowHeight = useRowHeight();
  const columns = useStepColumns(search, onSearch);
  const navigate = useNavigate();
  const { rows, hasNextPage, isFetchingNextPage } = list;
  const filters = countStepFilters(search);
  const found = rows.flatMap(({ matched }) => matched.map((part) => words(`part.${part}`)));

  if (list.isPending) return <Skeleton rows={12} />;
  if (list.isError && rows.length === 0) {
    return (
      <ListFailed
        title={words('errorTitle')}
        error={list.error}
        onRetry={() => void list.refetch()}
      />
    );
  }
  if (rows.length === 0) {
    return (
      <>
        <SearchNotes text={search.search} parts={found} />
        <EmptyState
          title={filters === 0 ? words('emptyTitle') : words('filteredTitle', { count: filters })}
          actions={
            filters === 0 ? undefined : (
              <Button onPress={() => onSearch({ sort: search.sort, order: search.order })}>
                {filterWords('clearAll')}
              </Button>
            )
          }
        >
          {words(filters === 0 ? 'emptyText' : 'filteredText')}
          {search.search === undefined ? null : <p>{words('searchText')}</p>}
        </EmptyState>
      </>
    );
  }

  return (
    <>
      <SearchNotes text={search.search} parts={found} />
      <div className={styles.tools}>
        <p>{hasNextPage ? words('loadedSome', { count: rows.length }) : null}</p>
        <StepSortSelect search={search} onSearch={onSearch} />
      </div>
      {isNarrow ? (
        <StepCards
          rows={rows}
          hasMore={hasNextPage}
          isLoadingMore={isFetchingNextPage}
          onLoadMore={list.loadMore}
        />
      ) : (
        <ListGrid
          label={words('gridLabel')}
          memory={entry}
          rows={rows}
          rowId={stepKey}
          columns={columns}
          layout={layout}
          rowHeight={rowHeight}
          hasMore={hasNextPage}
          isUpdating={list.isFetching}
          onLoadMore={list.loadMore}
          onCommand={(step, { type }) => {
            if (type === 'search') onFocusSearch();
            if (type !== 'open') return;
            const params = { paymentId: step.paymentId };
            void navigate({ to: '/payments/$paymentId', params, state: { canReturn: true } });
          }}
        />
      )}
      <p className={styles.foot}>
        {list.isError ? (
          <>
            {listWords('moreErrorText')}{' '}
            <Button size="small" onPress={() => void list.refetch()}>
              {listWords('tryAgain')}
            </Button>
          </>
        ) : isFetchingNextPage ? (
          words('loadingMore')
        ) : hasNextPage ? null : (
          listWords('end')
        )}
      </p>
      {isNarrow ? null : <p className={styles.foot}>{words('keys')}</p>}
    </>
  );
}
