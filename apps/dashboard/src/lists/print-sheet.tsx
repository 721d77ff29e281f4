import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useSession } from '../app/session.tsx';
import { useFormat } from '../ui/use-format.ts';
import type { ListColumn } from './list-column.ts';
import { PlainTable } from './plain-table.tsx';
import styles from './print-sheet.module.css';
import type { ListStart } from './read-window.ts';
import { sortMark } from './sort-head.tsx';
import type { Sheet } from './use-print.ts';
import { useStartText } from './use-start-text.ts';

type PrintSheetProps<Row> = {
  readonly sheet: Sheet<Row>;
  /** Each set filter in words. */
  readonly filters: readonly string[];
  readonly start: ListStart;
  /** What a sheet of such rows says of itself. */
  readonly texts: {
    readonly selection?: string;
    readonly noFilters: string;
    readonly rows: string;
    readonly more: string;
  };
  readonly sums: ReactNode;
  readonly caption: string;
  readonly columns: readonly ListColumn<Row>[];
  readonly rowId: (row: Row) => string;
};

/** A list on paper: which rows these are, when that was so, who printed it, their sums, and the rows. */
export function PrintSheet<Row>(props: PrintSheetProps<Row>) {
  const { caption, columns, filters, rowId, sheet, start, sums, texts } = props;
  const words = useTranslations('payments.print');
  const startText = useStartText();
  const format = useFormat();
  const { person } = useSession();
  const lines = [
    sheet.isSelection ? texts.selection : null,
    filters.length === 0 ? texts.noFilters : words('filters', { filters: filters.join(' · ') }),
    sheet.isSelection ? null : startText(start),
    sheet.hasMore ? `${texts.rows} · ${texts.more}` : texts.rows,
  ];
  return (
    <div className={styles.sheet}>
      <div className={styles.head}>
        {lines.map((line) => (line == null ? null : <p key={line}>{line}</p>))}
        <p>{words('printed', { time: format.instant(format.now), who: person.name })}</p>
        {sums}
      </div>
      <PlainTable
        caption={caption}
        columns={columns.map(onPaper)}
        rows={sheet.rows}
        rowId={rowId}
        isCompact
      />
    </div>
  );
}

/** Chromium repeats the head of a table on every page without the buttons in it. */
function onPaper<Row>({ sort, ...column }: ListColumn<Row>): ListColumn<Row> {
  return { ...column, head: `${column.title}${sortMark(sort?.order ?? null)}` };
}
