import type { ReactNode } from 'react';

/** One column of a list: its head and its cells, whichever way the list is laid out. */
export type ListColumn<Row> = {
  readonly id: string;
  readonly title: string;
  /** What stands in the head instead of the title. */
  readonly head?: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** Aligned to the end, digits under digits. */
  readonly isAmount?: boolean;
  /** Names the row for those who hear it. */
  readonly isHeader?: boolean;
  /** `order` is null while the list is sorted by something else. */
  readonly sort?:
    | { readonly order: 'asc' | 'desc' | null; readonly onSort: () => void }
    | null
    | undefined;
};
