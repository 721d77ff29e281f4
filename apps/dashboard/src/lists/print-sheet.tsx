import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useSession } from '../app/session.tsx';
import { useFormat } from '../ui/use-format.ts';
import type { ListColumn } from './list-column.ts';
import { PlainTable } from './plain-table.tsx';
import styles from './print-sheet.module.css';
import { sortMark } from './sort-head.tsx';

type PrintSheetProps<Row> = {
  /** Which rows these are, and how many: a line each. */
  readonly lines: readonly string[];
  readonly sums: ReactNode;
  readonly caption: string;
  readonly columns: readonly ListColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
};

/** A list on paper: which rows these are, when that was so, who printed it, their sums, and the rows. */
export function PrintSheet<Row>({ lines, sums, ...table }: PrintSheetProps<Row>) {
  const words = useTranslations('payments.print');
  const format = useFormat();
  const { person } = useSession();
  return (
    <div className={styles.sheet}>
      <div className={styles.head}>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <p>{words('printed', { time: format.instant(format.now), who: person.name })}</p>
        {sums}
      </div>
      <PlainTable {...table} columns={table.columns.map(onPaper)} isCompact />
    </div>
  );
}

/** Chromium repeats the head of a table on every page without the buttons in it. */
function onPaper<Row>({ sort, ...column }: ListColumn<Row>): ListColumn<Row> {
  return { ...column, head: `${column.title}${sortMark(sort?.order ?? null)}` };
}
