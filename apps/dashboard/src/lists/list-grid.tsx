import { createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef } from 'react';
import { classNames } from '../ui/class-names.ts';
import { GridCells } from './grid-cells.tsx';
import { GridHeader } from './grid-header.tsx';
import { gridCommand, isSelecting, withPinnedRow } from './grid-keys.ts';
import type { ListGridProps } from './grid-props.ts';
import { gridRoles } from './grid-roles.ts';
import styles from './list-grid.module.css';
import { useGridCursor } from './use-grid-cursor.ts';
import { isScrolled } from './use-rows.ts';

const features = tableFeatures({});
const loadAhead = 30;
const headerHeight = 32;

/** A list as a grid: one tab stop, the row has the focus, only visible rows are in the page. */
export function ListGrid<Row>(props: ListGridProps<Row>) {
  const { columns, hasMore, hasPrevious, layout, onLoadMore, rowHeight, rowId, rows } = props;
  const { held, onLoadPrevious, onLook, selection } = props;
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
  const isHeld = () => {
    const box = scroller.current;
    if (box === null || box.scrollTop > 0 || (selection?.count ?? 0) > 0) return true;
    return hasPrevious || box.matches(':hover') || box.contains(document.activeElement);
  };
  useEffect(() => {
    held.current = isHeld;
    return () => {
      held.current = isScrolled;
    };
  });
  // Another function would have the place of every loaded row worked out again with each frame.
  const getItemKey = useCallback((index: number) => ids[index] ?? index, [ids]);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey,
    overscan: 6,
    scrollMargin: headerHeight,
    scrollPaddingStart: headerHeight,
    // What arrives above the rows in sight does not move them.
    anchorTo: isHeld() ? 'end' : 'start',
    rangeExtractor: (range) => withPinnedRow(defaultRangeExtractor(range), pinned.current),
  });
  useEffect(() => virtualizer.measure(), [rowHeight, virtualizer]);
  const cursor = useGridCursor({
    ids,
    hasMore,
    loadMore: onLoadMore,
    scroller,
    showRow: (index, align) => virtualizer.scrollToIndex(index, { align: align ?? 'auto' }),
    memory: props.memory,
    landing: props.landing,
  });
  pinned.current = cursor.index;

  const items = virtualizer.getVirtualItems();
  const firstShown = items.find(({ index }) => index !== cursor.index)?.index ?? 0;
  const lastShown = items.findLast(({ index }) => index !== cursor.index)?.index ?? 0;
  useEffect(() => onLook(firstShown, lastShown), [firstShown, lastShown, ids, onLook]);
  const isNearEnd = hasMore && lastShown > rows.length - loadAhead;
  useEffect(() => {
    if (isNearEnd) onLoadMore();
  }, [isNearEnd, onLoadMore, rows.length]);
  const isNearStart = hasPrevious && firstShown < loadAhead;
  /** Upwards the list is read on only for whoever scrolls there: nothing may run away by itself. */
  const wentUp = useRef(false);
  const scrolledTo = useRef(0);
  const scrolled = () => {
    const { scrollTop } = scroller.current ?? { scrollTop: 0 };
    wentUp.current = scrollTop < scrolledTo.current;
    scrolledTo.current = scrollTop;
    if (isNearStart && wentUp.current) onLoadPrevious();
  };
  useEffect(() => {
    // A scrollbar drawn to the very top in one go gives no second event there.
    if (isNearStart && wentUp.current) onLoadPrevious();
  }, [isNearStart, onLoadPrevious]);

  const press = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2);
    const command = gridCommand(event, { index: cursor.keyIndex(), count: rows.length, page });
    const row = rows[cursor.index];
    if (command === null || row === undefined || !isRow(event.target)) return;
    if (selection === undefined && isSelecting(command)) return;
    event.preventDefault();
    switch (command.type) {
      case 'edge':
        props.onMove?.();
        if (command.to === 'end' ? hasMore : hasPrevious) return props.onEdge(command.to);
        return cursor.moveTo(command.to === 'end' ? rows.length - 1 : 0);
      case 'move':
        if (hasPrevious && command.to === 0) onLoadPrevious();
        if (command.isExtending) {
          const [from, to] = [cursor.index, command.to].toSorted((a, b) => a - b);
          selection?.add(rows.slice(from, (to ?? 0) + 1));
        }
        props.onMove?.();
        return cursor.moveTo(command.to);
      case 'select':
        return selection?.toggle(row);
      case 'select-loaded':
        return selection?.add(rows);
      case 'clear-selection':
        return selection?.clear();
      default:
        props.onCommand(row, command);
    }
  };

  return (
    <div ref={scroller} className={styles.scroller} onScroll={scrolled}>
      <table
        {...(selection === undefined ? gridRoles.grid : gridRoles.selectable)}
        aria-label={props.label}
        aria-rowcount={hasMore || hasPrevious ? -1 : rows.length + 1}
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
                aria-selected={selection?.has(ids[index] ?? '')}
                data-index={index}
                tabIndex={index === cursor.index ? 0 : -1}
                className={classNames(styles.row, layout.row)}
                style={{
                  ...layout.style,
                  height: size,
                  transform: `translateY(${start - headerHeight}px)`,
                }}
              >
                <GridCells
                  row={row.original}
                  columns={columns}
                  layout={layout}
                  contentOf={(at) => {
                    const cell = row.getAllCells()[at];
                    return cell === undefined ? null : <table.FlexRender cell={cell} />;
                  }}
                />
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
