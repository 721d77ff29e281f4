import type { ComponentType } from 'react';
import { useTranslations } from 'use-intl';
import { BatchLink } from './batch-link.tsx';
import type { ColumnName } from './column-names.ts';
import { ExportLink } from './export-link.tsx';
import type { Payment } from './payment.ts';
import type { PaymentSearch } from './payment-search.ts';

type BulkActionProps = {
  readonly search: PaymentSearch;
  /** Null: the usual columns. */
  readonly columns: readonly ColumnName[] | null;
  /** Null: everything the filter finds. */
  readonly payments: readonly Payment[] | null;
};

function ExportSelected({ search, columns, payments }: BulkActionProps) {
  const words = useTranslations('payments.selection');
  const paymentIds = payments?.map(({ id }) => id) ?? [];
  return (
    <ExportLink search={search} columns={columns} paymentIds={paymentIds}>
      {words('export')}
    </ExportLink>
  );
}

function FileSelected({ search, payments }: BulkActionProps) {
  const words = useTranslations('payments.selection');
  const paymentIds = payments?.map(({ id }) => id) ?? [];
  return (
    <BatchLink search={search} paymentIds={paymentIds}>
      {words('batch')}
    </BatchLink>
  );
}

/** What can be done with the selected rows, in the order of the bar. */
export const bulkActions: readonly (readonly [string, ComponentType<BulkActionProps>])[] = [
  ['export', ExportSelected],
  ['batch', FileSelected],
];
