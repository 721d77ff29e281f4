import type { ListColumn } from './list-column.ts';
import styles from './sort-head.module.css';

const mark = { asc: ' ↑', desc: ' ↓' } as const;

/** How a head shows that the list is sorted by it. */
export function sortMark(order: 'asc' | 'desc' | null): string {
  return order === null ? '' : mark[order];
}

/** What stands in the head of a column: its name, as a button where it sorts. */
export function SortHead<Row>({ column }: { readonly column: ListColumn<Row> }) {
  const { sort, title } = column;
  if (sort == null) return column.head ?? title;
  return (
    <button type="button" className={styles.sort} onClick={sort.onSort}>
      {title}
      <span aria-hidden="true">{sortMark(sort.order)}</span>
    </button>
  );
}
