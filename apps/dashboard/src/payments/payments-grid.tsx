import { useTranslations } from 'use-intl';
import gridColumns from './grid-columns.module.css';
import type { RowAction } from './grid-keys.ts';
import { ListGrid } from './list-grid.tsx';
import type { Payment } from './payment.ts';
import type { PaymentSearch } from './payment-search.ts';
import { usePaymentColumns } from './use-payment-columns.tsx';
import { useRowHeight } from './use-row-height.ts';

type PaymentsGridProps = {
  /** Names the visit, so that coming back finds the same row. */
  readonly memory: string;
  readonly rows: readonly Payment[];
  readonly search: PaymentSearch;
  readonly onSearch: (search: PaymentSearch) => void;
  readonly hasMore: boolean;
  readonly isUpdating: boolean;
  readonly onLoadMore: () => void;
  readonly onOpen: (payment: Payment) => void;
  readonly onAct: (payment: Payment, action: RowAction) => void;
  readonly onMove: () => void;
  readonly onFocusSearch: () => void;
};

const layout = {
  row: gridColumns.columns,
  cell: (column: string) => gridColumns[column],
};
const rowId = ({ id }: Payment) => id;

/** Payments as a grid. */
export function PaymentsGrid(props: PaymentsGridProps) {
  const words = useTranslations('payments.list');
  const rowHeight = useRowHeight();
  const columns = usePaymentColumns(props.search, props.onSearch);
  return (
    <ListGrid
      label={words('gridLabel')}
      memory={props.memory}
      rows={props.rows}
      rowId={rowId}
      columns={columns}
      layout={layout}
      rowHeight={rowHeight}
      hasMore={props.hasMore}
      isUpdating={props.isUpdating}
      onLoadMore={props.onLoadMore}
      onMove={props.onMove}
      onCommand={(payment, command) => {
        switch (command.type) {
          case 'open':
            return props.onOpen(payment);
          case 'act':
            return props.onAct(payment, command.action);
          case 'search':
            return props.onFocusSearch();
        }
      }}
    />
  );
}
