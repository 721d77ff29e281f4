import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { ExportColumn } from '../app/export-wish.ts';
import { useSession } from '../app/session.tsx';
import { buttonClass } from '../ui/button-class.ts';
import { type ColumnName, columnNames } from './column-names.ts';
import { type PaymentSearch, toListInput } from './payment-search.ts';

/** What a column of the list is in a file; a step has no place there. */
const inFile: Readonly<Record<ColumnName, readonly ExportColumn[]>> = {
  order: ['refNr', 'transId'],
  status: ['status'],
  deadline: ['captureBy', 'refundUntil'],
  authorized: ['currency', 'authorized'],
  captured: ['captured'],
  refunded: ['refunded'],
  remaining: ['remaining'],
  date: ['createdAt'],
  connection: ['connection'],
  action: [],
};

/** Leads to the export dialog with what the list shows. */
export function ExportLink({ search }: { readonly search: PaymentSearch }) {
  const words = useTranslations('exports');
  const { can } = useSession();
  if (!can('export')) return null;
  const columns = columnNames.flatMap((name) => inFile[name]);
  // A file is about one merchant, who is chosen there.
  const { merchantId: _, ...filter } = toListInput(search);
  const exportWish = { filter, columns, paymentIds: [] };
  return (
    <Link
      to="/exports/new"
      state={{ canReturn: true, exportWish }}
      className={buttonClass('plain', 'small')}
    >
      {words('open')}
    </Link>
  );
}
