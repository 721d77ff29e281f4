import { useTranslations } from 'use-intl';
import { classNames } from '../ui/class-names.ts';
import cells from './grid-cells.module.css';
import columns from './grid-columns.module.css';
import { gridRoles } from './grid-roles.ts';
import { amountColumns, type ColumnName, columnNames } from './payment-columns.tsx';
import type { PaymentSearch, PaymentSort } from './payment-search.ts';
import styles from './payments-grid.module.css';

type GridHeaderProps = {
  readonly search: PaymentSearch;
  readonly onSearch: (search: PaymentSearch) => void;
};

const mark = { asc: ' ↑', desc: ' ↓' } as const;
const spoken = { asc: 'ascending', desc: 'descending' } as const;

/** The column heads; three of them sort. The deadline column sorts by whichever deadline the list is sorted by. */
export function GridHeader({ search, onSearch }: GridHeaderProps) {
  const words = useTranslations('payments.column');

  const sortBy = (sort: PaymentSort) => {
    const turned = search.order === 'asc' ? 'desc' : 'asc';
    const first = sort === 'captureBy' || sort === 'refundUntil' ? 'asc' : 'desc';
    onSearch({ ...search, sort, order: search.sort === sort ? turned : first });
  };

  return (
    <thead {...gridRoles.group} className={styles.head}>
      <tr
        {...gridRoles.row}
        aria-rowindex={1}
        className={classNames(styles.row, columns.columns, styles.headRow)}
      >
        {columnNames.map((name) => {
          const sort = sortOf(name, search.sort);
          const isSorted = sort !== null && sort === search.sort;
          return (
            <th
              key={name}
              scope="col"
              {...gridRoles.head}
              aria-sort={isSorted ? spoken[search.order] : undefined}
              className={classNames(
                styles.cell,
                columns[name],
                amountColumns.has(name) && styles.amount,
              )}
            >
              {sort === null ? (
                words(name)
              ) : (
                <button type="button" className={cells.sort} onClick={() => sortBy(sort)}>
                  {words(name)}
                  {isSorted ? <span aria-hidden="true">{mark[search.order]}</span> : null}
                </button>
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

function sortOf(column: ColumnName, current: PaymentSort): PaymentSort | null {
  switch (column) {
    case 'deadline':
      return current === 'refundUntil' ? 'refundUntil' : 'captureBy';
    case 'authorized':
      return 'amount';
    case 'date':
      return 'created';
    default:
      return null;
  }
}
