import type { RefObject } from 'react';
import type { RowCommand } from './grid-keys.ts';
import type { GridLayout } from './grid-layout.ts';
import type { ListColumn } from './list-column.ts';
import type { Landing } from './list-window.ts';
import type { Rows } from './use-rows.ts';

export type ListGridProps<Row> = {
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
  readonly hasPrevious: boolean;
  /** The row that was asked for. */
  readonly landing: Landing | null;
  readonly isUpdating: boolean;
  readonly onLoadMore: () => unknown;
  readonly onLoadPrevious: () => unknown;
  /** Control+Home and Control+End lead to the ends of the list, whatever is loaded. */
  readonly onEdge: (edge: 'start' | 'end') => void;
  /** Which rows are in sight. */
  readonly onLook: (first: number, last: number) => void;
  /** Is told how to find out whether somebody works in the rows: then none of them moves. */
  readonly held: RefObject<() => boolean>;
  readonly onMove?: () => void;
  readonly selection?: GridSelection<Row>;
  readonly onCommand: (row: Row, command: RowCommand) => void;
};

/** How the rows of a grid are selected by keys. */
export type GridSelection<Row> = {
  readonly count: number;
  readonly has: (id: string) => boolean;
  readonly toggle: (row: Row) => void;
  readonly add: (rows: readonly Row[]) => void;
  readonly clear: () => void;
};

/** What a grid needs to know of the rows it shows. `onGo` begins the list elsewhere, as the address says it. */
export function gridProps<Row>(list: Rows<Row>, onGo: (at: string | undefined) => void) {
  return {
    rows: list.rows,
    landing: list.landing,
    hasMore: list.hasNext,
    hasPrevious: list.hasPrevious,
    isUpdating: list.isFetching,
    onLoadMore: list.loadNext,
    onLoadPrevious: list.loadPrevious,
    onLook: list.look,
    held: list.held,
    onEdge: (edge: 'start' | 'end') => {
      if (edge === 'end') onGo('end');
      else if (list.isBegun) void list.beginAnew();
      else onGo(undefined);
    },
  };
}
