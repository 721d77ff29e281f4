import cells from './grid-cells.module.css';
import type { ListColumn } from './list-column.ts';

const mark = { asc: ' ↑', desc: ' ↓' } as const;

/** What stands in the head of a column: its name, as a button where it sorts. */
export function SortHead<Row>({ column }: { readonly column: ListColumn<Row> }) {
  const { sort, title } = column;
  if (sort == null) return title;
  return (
    <button type="button" className={cells.sort} onClick={sort.onSort}>
      {title}
      {sort.order === null ? null : <span aria-hidden="true">{mark[sort.order]}</span>}
    </button>
  );
}
