import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import type { ListColumn } from './list-column.ts';
import type { Payment } from './payment.ts';
import { PaymentCards } from './payment-cards.tsx';
import { EmptyList, ListFailed } from './payment-list-state.tsx';
import { countFilters, type PaymentSearch } from './payment-search.ts';
import styles from './payments-page.module.css';
import { PlainTable } from './plain-table.tsx';
import { useMediaQuery } from './use-media-query.ts';
import { type PagePosition, usePaymentsPage } from './use-payments-page.ts';

type PaymentsPagedProps = {
  readonly search: PaymentSearch;
  readonly columns: readonly ListColumn<Payment>[];
  readonly isCompact: boolean;
  readonly position: PagePosition;
  readonly onPosition: (position: PagePosition) => void;
  readonly onClear: () => void;
};

const rowId = ({ id }: Payment) => id;

/** The list page by page, 50 rows each, as a plain table; as cards on a narrow screen. */
export function PaymentsPaged(props: PaymentsPagedProps) {
  const { columns, onPosition, position, search } = props;
  const words = useTranslations('payments');
  const isNarrow = useMediaQuery('(width < 48rem)');
  const page = usePaymentsPage(search, position);
  const { data, error } = page;

  if (page.isLost) {
    return (
      <Notice
        tone="warning"
        role="alert"
        title={words('pages.lost')}
        actions={<Button onPress={() => onPosition({})}>{words('pages.toFirst')}</Button>}
      >
        {words('pages.lostText')}
      </Notice>
    );
  }
  if (data === undefined) {
    if (error === null) return <Skeleton rows={12} />;
    return (
      <ListFailed
        title={words('list.errorTitle')}
        error={error}
        onRetry={() => void page.refetch()}
      />
    );
  }
  if (data.rows.length === 0 && data.prevCursor === null) {
    return <EmptyList filters={countFilters(search)} onClear={props.onClear} />;
  }
  const { nextCursor, prevCursor, rows } = data;
  return (
    <>
      {isNarrow ? (
        <PaymentCards rows={rows} hasMore={false} isLoadingMore={false} onLoadMore={() => {}} />
      ) : (
        <PlainTable
          caption={words('list.gridLabel')}
          columns={columns}
          rows={rows}
          rowId={rowId}
          isCompact={props.isCompact}
        />
      )}
      <nav className={styles.pager} aria-label={words('pages.label')}>
        <Button
          reason={prevCursor === null ? words('pages.first') : null}
          isPending={page.isPlaceholderData}
          onPress={() => prevCursor !== null && onPosition({ before: prevCursor })}
        >
          {words('pages.previous')}
        </Button>
        <Button
          reason={nextCursor === null ? words('pages.last') : null}
          isPending={page.isPlaceholderData}
          onPress={() => nextCursor !== null && onPosition({ after: nextCursor })}
        >
          {words('pages.next')}
        </Button>
      </nav>
    </>
  );
}
