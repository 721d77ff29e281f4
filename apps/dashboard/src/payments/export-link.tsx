import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { ExportColumn } from '../app/export-wish.ts';
import { useSession } from '../app/session.tsx';
import { buttonClass } from '../ui/button-class.ts';
import { type ColumnName, usualColumns } from './column-names.ts';
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
  reversed: ['reversed'],
  transId: ['transId'],
  payId: ['payId'],
  source: ['source'],
  action: [],
};

type ExportLinkProps = {
  readonly search: PaymentSearch;
  readonly columns: readonly ColumnName[] | null;
  /** None: whatever the filter finds. */
  readonly paymentIds?: readonly string[];
  readonly children?: ReactNode;
};

/** Leads to the export dialog with what the list shows. */
export function ExportLink(props: ExportLinkProps) {
  const { columns: chosen, paymentIds = [], search } = props;
  const words = useTranslations('exports');
  const { can } = useSession();
  if (!can('export')) return null;
  const shown = (chosen ?? usualColumns).flatMap((name) => inFile[name]);
  const columns = [...new Set(shown)];
  // A file is about one merchant, who is chosen there.
  const { merchantId: _, ...filter } = toListInput(search);
  const exportWish = { filter, columns, paymentIds };
  return (
    <Link
      to="/exports/new"
      state={{ canReturn: true, exportWish }}
      className={buttonClass('plain', 'small')}
    >
      {props.children ?? words('open')}
    </Link>
  );
}
