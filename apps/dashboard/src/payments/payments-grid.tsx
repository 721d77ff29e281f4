import { useTable } from '@tanstack/react-table';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { classNames } from '../ui/class-names.ts';
import columns from './grid-columns.module.css';
import { GridHeader } from './grid-header.tsx';
import { gridCommand, type RowAction, withPinnedRow } from './grid-keys.ts';
import { gridRoles } from './grid-roles.ts';
import type { Payment } from './payment.ts';
import { amountColumns, gridFeatures, paymentColumns } from './payment-columns.tsx';
import type { PaymentSearch } from './payment-search.ts';
import styles from './payments-grid.module.css';
import { useGridCursor } from './use-grid-cursor.ts';
import { useMediaQuery } from './use-media-query.ts';

type PaymentsGridProps = {
  /** Names the visit, so that coming back finds the same row. */
  readonly memory: string;
  readonly rows: readonly Payment[];
  readonly search: PaymentSearch;
  readonly onSearch: (search: PaymentSearch) => void;
  readonly hasMore: boolean;
  readonly isUpdating: boolean;
  readonly onLoadMore: () => void;
  readonly onOpen: (payment: Payment) => void;
  readonly onAct: (payment: Payment, action: RowAction) => void;
  readonly onMove: () => void;
  readonly onFocusSearch: () => void;
};

const loadAhead = 30;
const headerHeight = 32;

/** The list as a grid: one tab stop, the row has the focus, only visible rows are in the page. */
export function PaymentsGrid(props: PaymentsGridProps) {
  const { rows, search, hasMore, isUpdating, onLoadMore } = props;
  const words = useTranslations('payments.list');
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = useMediaQuery('(pointer: coarse)') ? 44 : 36;
  const ids = useMemo(() => rows.map(({ id }) => id), [rows]);
  const table = useTable({
    features: gridFeatures,
    columns: paymentColumns,
    data: rows,
    getRowId: (payment) => payment.id,
  });

  const pinned = useRef(0);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => ids[index] ?? index,
    overscan: 12,
    scrollMargin: headerHeight,
    scrollPaddingStart: headerHeight,
    rangeExtractor: (range) => withPinnedRow(defaultRangeExtractor(range), pinned.current),
  });
  const cursor = useGridCursor({
    ids,
    hasMore,
    loadMore: onLoadMore,
    scroller,
    showRow: (index) => virtualizer.scrollToIndex(index),
    memory: props.memory,
  });
  pinned.current = cursor.index;

  const items = virtualizer.getVirtualItems();
  const lastShown = items.findLast(({ index }) => index !== cursor.index)?.index ?? 0;
  const isNearEnd = hasMore && lastShown > rows.length - loadAhead;
  useEffect(() => {
    if (isNearEnd) onLoadMore();
  }, [isNearEnd, onLoadMore]);

  const press = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2);
    const command = gridCommand(event, { index: cursor.keyIndex(), count: rows.length, page });
    const payment = rows[cursor.index];
    if (command === null || payment === undefined || !isRow(event.target)) return;
    event.preventDefault();
    switch (command.type) {
      case 'move':
        props.onMove();
        return cursor.moveTo(command.to);
      case 'open':
        return props.onOpen(payment);
      case 'act':
        return props.onAct(payment, command.action);
      case 'search':
        return props.onFocusSearch();
    }
  };

  return (
    <div ref={scroller} className={styles.scroller}>
      <table
        {...gridRoles.grid}
        aria-label={words('gridLabel')}
        aria-rowcount={hasMore ? -1 : rows.length + 1}
        aria-busy={isUpdating}
        className={styles.grid}
        onKeyDown={press}
        onFocus={(event) => isRow(event.target) && cursor.rowFocused(rowIndexOf(event.target))}
        onBlur={(event) => cursor.focusLeft(event.relatedTarget)}
      >
        <GridHeader search={search} onSearch={props.onSearch} />
        <tbody
          {...gridRoles.group}
          className={styles.body}
          style={{ height: virtualizer.getTotalSize() }}
        >
          {items.map(({ index, key, start, size }) => {
            const row = table.getRowModel().rows[index];
            if (row === undefined) return null;
            return (
              <tr
                key={key}
                {...gridRoles.row}
                aria-rowindex={index + 2}
                data-index={index}
                tabIndex={index === cursor.index ? 0 : -1}
                className={classNames(styles.row, columns.columns)}
                style={{ height: size, transform: `translateY(${start - headerHeight}px)` }}
              >
                {row.getAllCells().map((cell) => (
                  <td
                    key={cell.id}
                    role={cell.column.id === 'order' ? 'rowheader' : 'gridcell'}
                    className={classNames(
                      styles.cell,
                      columns[cell.column.id],
                      amountColumns.has(cell.column.id) && styles.amount,
                    )}
                  >
                    <table.FlexRender cell={cell} />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function isRow(target: EventTarget): target is HTMLElement {
  return target instanceof HTMLElement && target.dataset.index !== undefined;
}

function rowIndexOf(row: HTMLElement): number {
  return Number(row.dataset.index);
}
