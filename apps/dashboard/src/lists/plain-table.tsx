import { classNames } from '../ui/class-names.ts';
import type { ListColumn } from './list-column.ts';
import styles from './plain-table.module.css';
import { SortHead } from './sort-head.tsx';

type PlainTableProps<Row> = {
  readonly caption: string;
  readonly columns: readonly ListColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  readonly isCompact: boolean;
};

const spoken = { asc: 'ascending', desc: 'descending' } as const;

/** Rows as a plain table: for screen readers, for finding in the page, and for paper. */
export function PlainTable<Row>(props: PlainTableProps<Row>) {
  const { caption, columns, isCompact, rowId, rows } = props;
  return (
    <div className={styles.box}>
      <table className={classNames(styles.table, isCompact && styles.compact)}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => {
              const order = column.sort?.order ?? null;
              return (
                <th
                  key={column.id}
                  scope="col"
                  aria-sort={order === null ? undefined : spoken[order]}
                  className={column.isAmount ? styles.amount : undefined}
                >
                  <SortHead column={column} />
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowId(row)}>
              {columns.map((column) =>
                column.isHeader ? (
                  <th key={column.id} scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.id} className={column.isAmount ? styles.amount : undefined}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
