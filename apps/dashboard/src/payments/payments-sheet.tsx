import { useTranslations } from 'use-intl';
import type { ListColumn } from '../lists/list-column.ts';
import { startOf } from '../lists/list-start.ts';
import { PrintSheet } from '../lists/print-sheet.tsx';
import type { Sheet } from '../lists/use-print.ts';
import { useStartText } from '../lists/use-start-text.ts';
import type { Payment } from './payment.ts';
import type { PaymentSearch } from './payment-search.ts';
import { SumsLine } from './sums-line.tsx';
import { sumsOf } from './sums-of.ts';
import { usePrintedFilters } from './use-printed-filters.ts';

type PaymentsSheetProps = {
  readonly search: PaymentSearch;
  /** Where the list begins, as the address says it. */
  readonly at: string | undefined;
  readonly columns: readonly ListColumn<Payment>[];
  readonly sheet: Sheet<Payment>;
};

/** Payments on paper: which ones they are, when that was so, how many, their sums, and a line each. */
export function PaymentsSheet({ search, at, columns, sheet }: PaymentsSheetProps) {
  const words = useTranslations('payments.print');
  const list = useTranslations('payments.list');
  const filters = usePrintedFilters(search);
  const startText = useStartText();
  const { hasMore, isSelection, rows } = sheet;
  const begun = isSelection ? null : startText(startOf({ at }, search.sort));
  const lines = [
    ...(isSelection ? [words('selection')] : []),
    filters.length === 0 ? words('noFilters') : words('filters', { filters: filters.join(' · ') }),
    ...(begun === null ? [] : [begun]),
    [words('rows', { shown: rows.length }), ...(hasMore ? [words('more')] : [])].join(' · '),
  ];
  return (
    <PrintSheet
      lines={lines}
      sums={<SumsLine sums={sumsOf(rows)} />}
      caption={list('gridLabel')}
      columns={columns.filter(({ id }) => id !== 'action')}
      rows={rows}
      rowId={({ id }) => id}
    />
  );
}
