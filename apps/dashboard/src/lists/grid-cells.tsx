import { memo, type ReactNode } from 'react';
import { classNames } from '../ui/class-names.ts';
import type { GridLayout } from './grid-layout.ts';
import type { ListColumn } from './list-column.ts';
import styles from './list-grid.module.css';

type GridCellsProps = {
  /** The row itself: as long as it is the same, so are its cells. */
  readonly row: unknown;
  readonly columns: readonly Pick<ListColumn<never>, 'id' | 'isAmount' | 'isHeader'>[];
  readonly layout: GridLayout;
  readonly contentOf: (at: number) => ReactNode;
};

/** The cells of one row. They are made once: scrolling and moving through the grid only move the row. */
export const GridCells = memo(
  ({ columns, contentOf, layout }: GridCellsProps) =>
    columns.map(({ id, isAmount, isHeader }, at) => (
      <td
        key={id}
        role={isHeader ? 'rowheader' : 'gridcell'}
        className={classNames(styles.cell, layout.cell(id), isAmount && styles.amount)}
      >
        {contentOf(at)}
      </td>
    )),
  (before, now) =>
    before.row === now.row && before.columns === now.columns && before.layout === now.layout,
);
