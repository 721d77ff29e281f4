import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { RowAction } from '../lists/grid-keys.ts';
import { LandingNote } from '../lists/landing-note.tsx';
import type { ListColumn } from '../lists/list-column.ts';
import { ListFailed } from '../lists/list-failed.tsx';
import { ListFoot } from '../lists/list-foot.tsx';
import styles from '../lists/list-page.module.css';
import { startOf } from '../lists/list-start.ts';
import { NewerRows } from '../lists/newer-rows.tsx';
import { SearchNotes } from '../lists/search-notes.tsx';
import { SelectableRows, useSelectColumn } from '../lists/selectable-rows.tsx';
import { mostPrinted } from '../lists/use-print.ts';
import { useRowHeight } from '../lists/use-row-height.ts';
import type { UseRowSelection } from '../lists/use-row-selection.ts';
import { useAnnounce } from '../ui/announce.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useMediaQuery } from '../ui/use-media-query.ts';
import type { ColumnName } from './column-names.ts';
import { dialogRoutes } from './dialog-routes.ts';
import { EmptyPayments } from './empty-payments.tsx';
import { orderOf, type Payment, sortValueOf } from './payment.ts';
import { PaymentCards } from './payment-cards.tsx';
import { countFilters, type PaymentSearch } from './payment-search.ts';
import { PaymentsGrid } from './payments-grid.tsx';
import { PaymentsSheet } from './payments-sheet.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { usePaymentsList } from './use-payments-list.ts';
import { useReasonText } from './use-reason-text.ts';

type PaymentsListProps = {
  readonly search: PaymentSearch;
  /** Where the list is to begin, as the address says it. */
  readonly at: string | undefined;
  readonly onGo: (at: string | undefined) => void;
  /** The visit of the page: coming back to it finds its row again. */
  readonly entry: string;
  readonly columns: readonly ListColumn<Payment>[];
  /** Null: the usual columns. */
  readonly chosen: readonly ColumnName[] | null;
  readonly density: 'comfortable' | 'compact';
  readonly onClear: () => void;
  readonly onFocusSearch: () => void;
  readonly picked: UseRowSelection<Payment>;
  /** A sheet is printed instead. */
  readonly isPrinted: boolean;
  /** What is to be printed is being read. */
  readonly isPrintRead: boolean;
  /** Null: everything the filter finds. */
  readonly onPrint: (payments: readonly Payment[] | null) => void;
  /** Leads the focus to the rows. */
  readonly onFocusRows: () => void;
};

/** The rows in all their states: loading, none, failed, more below, end. */
export function PaymentsList(props: PaymentsListProps) {
  const { columns, density, entry, picked, search } = props;
  const words = useTranslations('payments');
  const start = startOf({ at: props.at }, search.sort);
  const list = usePaymentsList(search, start, picked.selection.rows);
  const isNarrow = useMediaQuery('(width < 40rem)');
  const isPrinting = useMediaQuery('print') && !props.isPrinted;
  const rowHeight = useRowHeight(density);
  const navigate = useNavigate();
  const announce = useAnnounce();
  const reasonText = useReasonText();
  const [refused, setRefused] = useState<string | null>(null);
  const select = useSelectColumn<Payment>(false, orderOf);
  const selectable = useMemo(() => [select, ...columns], [select, columns]);
  const { rows, hasNext } = list;

  const landed = rows[list.landing?.index ?? 0];
  const found = rows.flatMap(({ matched = [] }) =>
    matched.map((part) => words(`search.part.${part}`)),
  );
  const loaded = words('list.loadedSome', { count: rows.length });

  if (list.isPending) return <Skeleton rows={12} />;
  if (list.isError && rows.length === 0)
    return <ListFailed title={words('list.errorTitle')} error={list.error} onRetry={list.retry} />;
  if (rows.length === 0) {
    return (
      <>
        <SearchNotes text={search.search} parts={found} />
        <EmptyPayments filters={countFilters(search)} onClear={props.onClear} />
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
    <SelectableRows rows={rows} picked={picked}>
      <SearchNotes text={search.search} parts={found} />
      <LandingNote
        start={start}
        landing={list.landing}
        found={landed && sortValueOf(landed, search.sort)}
        onBack={() => props.onGo(undefined)}
      />
      <div className={styles.tools}>
        <p>{refused ?? (hasNext ? loaded : null)}</p>
        <NewerRows list={list} isGrid={!isNarrow} />
      </div>
      {isPrinting ? (
        <PaymentsSheet
          search={search}
          at={props.at}
          columns={columns}
          sheet={{ rows: rows.slice(0, mostPrinted), hasMore: hasNext, isSelection: false }}
        />
      ) : null}
      <div className={styles.replaced}>
        {isNarrow ? (
          <PaymentCards rows={rows} list={list} />
        ) : (
          <PaymentsGrid
            memory={entry}
            list={list}
            columns={selectable}
            chosen={props.chosen}
            rowHeight={rowHeight}
            onGo={props.onGo}
            onOpen={open}
            onAct={act}
            onMove={() => setRefused(null)}
            selection={{ ...picked, toggle: (payment) => picked.toggle(rows, payment) }}
            onFocusSearch={props.onFocusSearch}
          />
        )}
      </div>
      <ListFoot list={list} loading={words('list.loadingMore')} />
      {isNarrow ? null : <p className={styles.foot}>{words('list.keys')}</p>}
      <SelectionBar
        search={search}
        columns={props.chosen}
        rows={rows}
        picked={picked}
        isPrintRead={props.isPrintRead}
        onPrint={props.onPrint}
        onLeave={props.onFocusRows}
      />
    </SelectableRows>
  );
}
