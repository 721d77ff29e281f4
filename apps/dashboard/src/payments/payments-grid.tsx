import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { ColumnName } from './column-names.ts';
import type { RowAction } from './grid-keys.ts';
import type { ListColumn } from './list-column.ts';
import { ListGrid } from './list-grid.tsx';
import type { Payment } from './payment.ts';
import { gridLayoutOf } from './payment-grid-layout.ts';

type PaymentsGridProps = {
  /** Names the visit, so that coming back finds the same row. */
  readonly memory: string;
  readonly rows: readonly Payment[];
  readonly columns: readonly ListColumn<Payment>[];
  /** Null: the usual ones. */
  readonly chosen: readonly ColumnName[] | null;
  /** Pixels. */
  readonly rowHeight: number;
  readonly hasMore: boolean;
  readonly isUpdating: boolean;
  readonly onLoadMore: () => void;
  readonly onOpen: (payment: Payment) => void;
  readonly onAct: (payment: Payment, action: RowAction) => void;
  readonly onMove: () => void;
  readonly onFocusSearch: () => void;
};

const rowId = ({ id }: Payment) => id;

/** Payments as a grid. */
export function PaymentsGrid(props: PaymentsGridProps) {
  const words = useTranslations('payments.list');
  const { chosen } = props;
  const layout = useMemo(() => gridLayoutOf(chosen), [chosen]);
  return (
    <ListGrid
      label={words('gridLabel')}
      memory={props.memory}
      rows={props.rows}
      rowId={rowId}
      columns={props.columns}
      layout={layout}
      rowHeight={props.rowHeight}
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
