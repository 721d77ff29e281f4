import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAnnounce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import type { ColumnName } from './column-names.ts';
import { dialogRoutes } from './dialog-routes.ts';
import type { RowAction } from './grid-keys.ts';
import type { ListColumn } from './list-column.ts';
import { orderOf, type Payment } from './payment.ts';
import { PaymentCards } from './payment-cards.tsx';
import { EmptyList, ListFailed } from './payment-list-state.tsx';
import { countFilters, type PaymentSearch } from './payment-search.ts';
import { PaymentsGrid } from './payments-grid.tsx';
import styles from './payments-page.module.css';
import { PlainTable } from './plain-table.tsx';
import { PrintHead } from './print-head.tsx';
import { SearchNotes } from './search-notes.tsx';
import { useMediaQuery } from './use-media-query.ts';
import { pageSize, usePaymentsList } from './use-payments-list.ts';
import { useReasonText } from './use-reason-text.ts';
import { useRowHeight } from './use-row-height.ts';

type PaymentsListProps = {
  readonly search: PaymentSearch;
  /** The visit of the page: coming back to it finds its row again. */
  readonly entry: string;
  readonly columns: readonly ListColumn<Payment>[];
  /** Null: the usual columns. */
  readonly chosen: readonly ColumnName[] | null;
  readonly density: 'comfortable' | 'compact';
  readonly onClear: () => void;
  readonly onFocusSearch: () => void;
};

const mostPrinted = 2000;

/** The rows in all their states: loading, none, failed, more below, end. */
export function PaymentsList(props: PaymentsListProps) {
  const { columns, density, entry, search } = props;
  const words = useTranslations('payments');
  const list = usePaymentsList(search);
  const isNarrow = useMediaQuery('(width < 48rem)');
  const isPrinting = useMediaQuery('print');
  const rowHeight = useRowHeight(density);
  const navigate = useNavigate();
  const announce = useAnnounce();
  const reasonText = useReasonText();
  const [refused, setRefused] = useState<string | null>(null);
  const { rows, hasNextPage, isFetchingNextPage } = list;

  const found = rows.flatMap(({ matched = [] }) =>
    matched.map((part) => words(`search.part.${part}`)),
  );
  const loaded = words('list.loadedSome', { count: rows.length });

  if (list.isPending) return <Skeleton rows={12} />;
  if (list.isError && rows.length === 0)
    return (
      <ListFailed
        title={words('list.errorTitle')}
        error={list.error}
        onRetry={() => void list.refetch()}
      />
    );
  if (rows.length === 0) {
    return (
      <>
        <SearchNotes text={search.search} parts={found} />
        <EmptyList filters={countFilters(search)} onClear={props.onClear} />
      </>
    );
  }

  /** Virtual rows are not in the page: all of them are read first, up to what fits on a sheet. */
  const print = async () => {
    let hasMore = hasNextPage;
    for (let read = rows.length; hasMore && read < mostPrinted; read += pageSize) {
      ({ hasNextPage: hasMore } = await list.fetchNextPage());
    }
    window.print();
  };

  const state = { canReturn: true };
  const open = ({ id }: Payment) =>
    void navigate({ to: '/payments/$paymentId', params: { paymentId: id }, state });

  const act = (payment: Payment, action: RowAction) => {
    const allowed = payment.allowedActions.find((known) => known.action === action);
    if (allowed?.allowed) {
      void navigate({ to: dialogRoutes[action], params: { paymentId: payment.id }, state });
      return;
    }
    const reason = allowed ? reasonText(payment, allowed) : words('list.notYours');
    const text = words('list.notNow', {
      action: words(`action.${action}Name`),
      order: orderOf(payment),
      reason: reason ?? '',
    });
    setRefused(text);
    announce(text);
  };

  return (
    <>
      <SearchNotes text={search.search} parts={found} />
      <div className={styles.tools}>
        <p>{refused ?? (hasNextPage ? loaded : null)}</p>
        <Button size="small" isPending={isFetchingNextPage} onPress={() => void print()}>
          {words('print.button')}
        </Button>
      </div>
      <PrintHead search={search} shown={Math.min(rows.length, mostPrinted)} hasMore={hasNextPage} />
      {isPrinting ? (
        <PlainTable
          caption={words('list.gridLabel')}
          columns={columns}
          rows={rows.slice(0, mostPrinted)}
          rowId={({ id }) => id}
          isCompact
        />
      ) : isNarrow ? (
        <PaymentCards
          rows={rows}
          hasMore={hasNextPage}
          isLoadingMore={isFetchingNextPage}
          onLoadMore={list.loadMore}
        />
      ) : (
        <PaymentsGrid
          memory={entry}
          rows={rows}
          columns={columns}
          chosen={props.chosen}
          rowHeight={rowHeight}
          hasMore={hasNextPage}
          isUpdating={list.isFetching}
          onLoadMore={list.loadMore}
          onOpen={open}
          onAct={act}
          onMove={() => setRefused(null)}
          onFocusSearch={props.onFocusSearch}
        />
      )}
      <p className={styles.foot}>
        {list.isError ? (
          <>
            {words('list.moreErrorText')}{' '}
            <Button size="small" onPress={() => void list.refetch()}>
              {words('list.tryAgain')}
            </Button>
          </>
        ) : isFetchingNextPage ? (
          words('list.loadingMore')
        ) : hasNextPage ? null : (
          words('list.end')
        )}
      </p>
      {isNarrow ? null : <p className={styles.foot}>{words('list.keys')}</p>}
    </>
  );
}
