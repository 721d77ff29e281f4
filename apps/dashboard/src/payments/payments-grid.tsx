import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { RowAction } from '../lists/grid-keys.ts';
import { type GridSelection, gridProps } from '../lists/grid-props.ts';
import type { ListColumn } from '../lists/list-column.ts';
import { ListGrid } from '../lists/list-grid.tsx';
import type { Rows } from '../lists/use-rows.ts';
import type { ColumnName } from './column-names.ts';
import type { Payment } from './payment.ts';
import { gridLayoutOf } from './payment-grid-layout.ts';

type PaymentsGridProps = {
  /** Names the visit, so that coming back finds the same row. */
  readonly memory: string;
  readonly list: Rows<Payment>;
  readonly columns: readonly ListColumn<Payment>[];
  /** Null: the usual ones. */
  readonly chosen: readonly ColumnName[] | null;
  /** Pixels. */
  readonly rowHeight: number;
  readonly onGo: (at: string | undefined) => void;
  readonly onOpen: (payment: Payment) => void;
  readonly onAct: (payment: Payment, action: RowAction) => void;
  readonly onMove: () => void;
  readonly selection: GridSelection<Payment>;
  readonly onFocusSearch: () => void;
};

const rowId = ({ id }: Payment) => id;

/** Payments as a grid. */
export function PaymentsGrid(props: PaymentsGridProps) {
  const words = useTranslations('payments.list');
  const { chosen, list } = props;
  const layout = useMemo(() => gridLayoutOf(chosen), [chosen]);
  return (
    <ListGrid
      label={words('gridLabel')}
      memory={props.memory}
      {...gridProps(list, props.onGo)}
      rowId={rowId}
      columns={props.columns}
      layout={layout}
      rowHeight={props.rowHeight}
      onMove={props.onMove}
      selection={props.selection}
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
