import { useTranslations } from 'use-intl';
import type { ListColumn } from '../lists/list-column.ts';
import { startOf } from '../lists/list-start.ts';
import { PrintSheet } from '../lists/print-sheet.tsx';
import type { Sheet } from '../lists/use-print.ts';
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
  return (
    <PrintSheet
      sheet={sheet}
      filters={usePrintedFilters(search)}
      start={startOf({ at }, search.sort)}
      texts={{
        selection: words('selection'),
        noFilters: words('noFilters'),
        rows: words('rows', { shown: sheet.rows.length }),
        more: words('more'),
      }}
      sums={<SumsLine sums={sumsOf(sheet.rows)} />}
      caption={list('gridLabel')}
      columns={columns.filter(({ id }) => id !== 'action')}
      rowId={({ id }) => id}
    />
  );
}
