import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAnnounce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { dialogRoutes } from './dialog-routes.ts';
import { ExportLink } from './export-link.tsx';
import type { RowAction } from './grid-keys.ts';
import { orderOf, type Payment } from './payment.ts';
import { PaymentCards } from './payment-cards.tsx';
import { EmptyList, ListFailed } from './payment-list-state.tsx';
import { countFilters, type PaymentSearch } from './payment-search.ts';
import { PaymentSortSelect } from './payment-sort.tsx';
import { PaymentsGrid } from './payments-grid.tsx';
import styles from './payments-page.module.css';
import { SearchNotes } from './search-notes.tsx';
import { useMediaQuery } from './use-media-query.ts';
import { usePaymentsList } from './use-payments-list.ts';
import { useReasonText } from './use-reason-text.ts';

type PaymentsListProps = {
  readonly search: PaymentSearch;
  /** The visit of the page: coming back to it finds its row again. */
  readonly entry: string;
  readonly onSearch: (search: PaymentSearch) => void;
  readonly onFocusSearch: () => void;
};

/** The rows in all their states: loading, none, failed, more below, end. */
export function PaymentsList({ search, entry, onSearch, onFocusSearch }: PaymentsListProps) {
  const words = useTranslations('payments');
  const list = usePaymentsList(search);
  const isNarrow = useMediaQuery('(width < 48rem)');
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
        <EmptyList
          filters={countFilters(search)}
          onClear={() => onSearch({ sort: search.sort, order: search.order })}
        />
      </>
    );
  }

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
        <ExportLink search={search} />
        <PaymentSortSelect search={search} onSearch={onSearch} />
      </div>
      {isNarrow ? (
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
          search={search}
          onSearch={onSearch}
          hasMore={hasNextPage}
          isUpdating={list.isFetching}
          onLoadMore={list.loadMore}
          onOpen={open}
          onAct={act}
          onMove={() => setRefused(null)}
          onFocusSearch={onFocusSearch}
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
