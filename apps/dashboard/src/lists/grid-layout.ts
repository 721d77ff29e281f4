import type { CSSProperties } from 'react';

/** How the columns of a grid share its width. */
export type GridLayout = {
  /** The class of every row. */
  readonly row: string | undefined;
  /** Tracks of one's own, where columns were chosen. */
  readonly style?: CSSProperties | undefined;
  /** The class of the cells of one column. */
  readonly cell: (column: string) => string | undefined;
};
