import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { ListColumn } from '../lists/list-column.ts';
import { StatusBadge } from '../ui/status-badge.tsx';
import { type ColumnName, usualColumns } from './column-names.ts';
import { NextStep } from './next-step.tsx';
import type { Payment } from './payment.ts';
import { Amount, Authorized, Order, Source, Text, When } from './payment-cells.tsx';
import { PaymentDeadline } from './payment-deadline.tsx';
import type { PaymentSearch, PaymentSort } from './payment-search.ts';

const cells: Readonly<Record<ColumnName, ListColumn<Payment>['cell']>> = {
  order: (payment) => <Order payment={payment} />,
  status: ({ status }) => <StatusBadge status={status} />,
  deadline: (payment) => <PaymentDeadline payment={payment} />,
  authorized: (payment) => <Authorized payment={payment} />,
  captured: (payment) => <Amount of={payment} is="captured" />,
  refunded: (payment) => <Amount of={payment} is="refunded" />,
  remaining: (payment) => <Amount of={payment} is="remaining" />,
  date: ({ createdAt }) => <When at={createdAt} />,
  connection: ({ connection }) => connection.label,
  reversed: (payment) => <Amount of={payment} is="reversed" />,
  transId: ({ transId }) => <Text text={transId} />,
  payId: ({ payId }) => <Text text={payId} />,
  source: ({ source }) => <Source source={source} />,
  action: (payment) => <NextStep payment={payment} />,
};
const amounts: ReadonlySet<ColumnName> = new Set([
  'authorized',
  'captured',
  'refunded',
  'reversed',
  'remaining',
]);

/** The columns of the list of payments; three of them sort. */
export function usePaymentColumns(
  search: PaymentSearch,
  onSearch: (search: PaymentSearch) => void,
  chosen: readonly ColumnName[] | null,
): readonly ListColumn<Payment>[] {
  const words = useTranslations('payments.column');
  return useMemo(
    () =>
      (chosen ?? usualColumns).map((id) => ({
        id,
        title: words(id),
        cell: cells[id],
        isAmount: amounts.has(id),
        isHeader: id === 'order',
        sort: sortOf(id, search, onSearch),
      })),
    [words, search, onSearch, chosen],
  );
}

/** The deadline column sorts by whichever deadline the list is sorted by. */
function sortOf(
  column: ColumnName,
  search: PaymentSearch,
  onSearch: (search: PaymentSearch) => void,
): ListColumn<Payment>['sort'] {
  const sort = sortedBy(column, search.sort);
  if (sort === null) return null;
  const isSorted = sort === search.sort;
  const turned = search.order === 'asc' ? 'desc' : 'asc';
  const first = sort === 'captureBy' || sort === 'refundUntil' ? 'asc' : 'desc';
  return {
    order: isSorted ? search.order : null,
    onSort: () => onSearch({ ...search, sort, order: isSorted ? turned : first }),
  };
}

function sortedBy(column: ColumnName, current: PaymentSort): PaymentSort | null {
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
