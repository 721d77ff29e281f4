import { classNames } from '../ui/class-names.ts';
import type { GridLayout } from './grid-layout.ts';
import { gridRoles } from './grid-roles.ts';
import type { ListColumn } from './list-column.ts';
import styles from './list-grid.module.css';
import { SortHead } from './sort-head.tsx';

type GridHeaderProps<Row> = {
  readonly columns: readonly ListColumn<Row>[];
  readonly layout: GridLayout;
};

const spoken = { asc: 'ascending', desc: 'descending' } as const;

/** The column heads; some of them sort. */
export function GridHeader<Row>({ columns, layout }: GridHeaderProps<Row>) {
  return (
    <thead {...gridRoles.group} className={styles.head}>
      <tr
        {...gridRoles.row}
        aria-rowindex={1}
        className={classNames(styles.row, layout.row, styles.headRow)}
        style={layout.style}
      >
        {columns.map((column) => {
          const order = column.sort?.order ?? null;
          return (
            <th
              key={column.id}
              scope="col"
              {...gridRoles.head}
              aria-sort={order === null ? undefined : spoken[order]}
              className={classNames(
                styles.cell,
                layout.cell(column.id),
                column.isAmount && styles.amount,
              )}
            >
              <SortHead column={column} />
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
