import { useTranslations } from 'use-intl';
import type { ListColumn } from '../lists/list-column.ts';
import { ListPages } from '../lists/list-pages.tsx';
import type { PagePosition } from '../lists/list-start.ts';
import { PlainTable } from '../lists/plain-table.tsx';
import { SelectableRows, useSelectColumn } from '../lists/selectable-rows.tsx';
import type { UseRowSelection } from '../lists/use-row-selection.ts';
import { useMediaQuery } from '../ui/use-media-query.ts';
import type { ColumnName } from './column-names.ts';
import { EmptyPayments } from './empty-payments.tsx';
import { orderOf, type Payment, sortValueOf } from './payment.ts';
import { PaymentCards } from './payment-cards.tsx';
import { countFilters, type PaymentSearch } from './payment-search.ts';
import { PaymentsSheet } from './payments-sheet.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { usePaymentsPage } from './use-payments-page.ts';

type PaymentsPagedProps = {
  readonly search: PaymentSearch;
  readonly columns: readonly ListColumn<Payment>[];
  readonly isCompact: boolean;
  readonly position: PagePosition;
  readonly onPosition: (position: PagePosition) => void;
  readonly onClear: () => void;
  /** Null: the usual columns. */
  readonly chosen: readonly ColumnName[] | null;
  readonly picked: UseRowSelection<Payment>;
  /** A sheet is printed instead. */
  readonly isPrinted: boolean;
  /** What is to be printed is being read. */
  readonly isPrintRead: boolean;
  /** Null: everything the filter finds. */
  readonly onPrint: (payments: readonly Payment[] | null) => void;
  /** Leads the focus to the rows. */
  readonly onFocusRows: () => void;
};

const rowId = ({ id }: Payment) => id;

/** The list page by page, 50 rows each, as a plain table; as cards on a narrow screen. */
export function PaymentsPaged(props: PaymentsPagedProps) {
  const { columns, onPosition, picked, position, search } = props;
  const words = useTranslations('payments');
  const isNarrow = useMediaQuery('(width < 40rem)');
  const isPrinting = useMediaQuery('print') && !props.isPrinted;
  const page = usePaymentsPage(search, position);
  const select = useSelectColumn<Payment>(true, orderOf);

  return (
    <ListPages
      page={page}
      position={position}
      onPosition={onPosition}
      valueOf={(payment) => sortValueOf(payment, search.sort)}
      errorTitle={words('list.errorTitle')}
      empty={<EmptyPayments filters={countFilters(search)} onClear={props.onClear} />}
    >
      {(rows) => (
        <SelectableRows rows={rows} picked={picked}>
          {isPrinting ? (
            <PaymentsSheet
              search={search}
              at={position.at}
              columns={columns}
              sheet={{ rows, hasMore: false, isSelection: false }}
            />
          ) : isNarrow ? (
            <PaymentCards rows={rows} />
          ) : (
            <PlainTable
              caption={words('list.gridLabel')}
              columns={[select, ...columns]}
              rows={rows}
              rowId={rowId}
              isCompact={props.isCompact}
            />
          )}
          <SelectionBar
            search={search}
            columns={props.chosen}
            rows={rows}
            picked={picked}
            isPrintRead={props.isPrintRead}
            onPrint={props.onPrint}
            onLeave={props.onFocusRows}
          />
        </SelectableRows>
      )}
    </ListPages>
  );
}
