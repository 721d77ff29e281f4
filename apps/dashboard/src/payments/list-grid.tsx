import { createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { classNames } from '../ui/class-names.ts';
import { GridHeader } from './grid-header.tsx';
import { type GridCommand, gridCommand, withPinnedRow } from './grid-keys.ts';
import type { GridLayout } from './grid-layout.ts';
import { gridRoles } from './grid-roles.ts';
import type { ListColumn } from './list-column.ts';
import styles from './list-grid.module.css';
import { useGridCursor } from './use-grid-cursor.ts';

type ListGridProps<Row> = {
  readonly label: string;
  /** Names the visit, so that coming back finds the same row. */
  readonly memory: string;
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  readonly columns: readonly ListColumn<Row>[];
  readonly layout: GridLayout;
  /** Pixels. */
  readonly rowHeight: number;
  readonly hasMore: boolean;
  readonly isUpdating: boolean;
  readonly onLoadMore: () => void;
  readonly onMove?: () => void;
  readonly onCommand: (row: Row, command: Exclude<GridCommand, { type: 'move' }>) => void;
};

const features = tableFeatures({});
const loadAhead = 30;
const headerHeight = 32;

/** A list as a grid: one tab stop, the row has the focus, only visible rows are in the page. */
export function ListGrid<Row>(props: ListGridProps<Row>) {
  const { columns, hasMore, layout, onLoadMore, rowHeight, rowId, rows } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const ids = useMemo(() => rows.map(rowId), [rows, rowId]);
  const definitions = useMemo(() => {
    const column = createColumnHelper<typeof features, object & Row>();
    return columns.map(({ id, cell }) =>
      column.display({ id, cell: ({ row }) => cell(row.original) }),
    );
  }, [columns]);
  const table = useTable({ features, columns: definitions, data: rows as (object & Row)[] });

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
  useEffect(() => virtualizer.measure(), [rowHeight, virtualizer]);
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
    const row = rows[cursor.index];
    if (command === null || row === undefined || !isRow(event.target)) return;
    event.preventDefault();
    if (command.type !== 'move') return props.onCommand(row, command);
    props.onMove?.();
    cursor.moveTo(command.to);
  };

  return (
    <div ref={scroller} className={styles.scroller}>
      <table
        {...gridRoles.grid}
        aria-label={props.label}
        aria-rowcount={hasMore ? -1 : rows.length + 1}
        aria-busy={props.isUpdating}
        className={styles.grid}
        onKeyDown={press}
        onFocus={(event) => isRow(event.target) && cursor.rowFocused(rowIndexOf(event.target))}
        onBlur={(event) => cursor.focusLeft(event.relatedTarget)}
      >
        <GridHeader columns={columns} layout={layout} />
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
                className={classNames(styles.row, layout.row)}
                style={{
                  ...layout.style,
                  height: size,
                  transform: `translateY(${start - headerHeight}px)`,
                }}
              >
                {row.getAllCells().map((cell, at) => (
                  <td
                    key={cell.id}
                    role={columns[at]?.isHeader ? 'rowheader' : 'gridcell'}
                    className={classNames(
                      styles.cell,
                      layout.cell(cell.column.id),
                      columns[at]?.isAmount && styles.amount,
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
