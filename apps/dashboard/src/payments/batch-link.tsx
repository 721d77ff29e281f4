import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useSession } from '../app/session.tsx';
import { buttonClass } from '../ui/button-class.ts';
import { type PaymentSearch, toListInput } from './payment-search.ts';

type BatchLinkProps = {
  readonly search: PaymentSearch;
  /** None: whatever the filter finds. */
  readonly paymentIds?: readonly string[];
  readonly children?: ReactNode;
};

/** Leads to a new batch file of what the list shows. */
export function BatchLink({ search, paymentIds = [], children }: BatchLinkProps) {
  const words = useTranslations('batches');
  const { can } = useSession();
  if (!can('batch')) return null;
  // A file is about one connection, which is chosen there.
  const { merchantId: _, ...filter } = toListInput(search);
  return (
    <Link
      to="/batches/new"
      state={{ canReturn: true, exportWish: { filter, columns: [], paymentIds } }}
      className={buttonClass('plain', 'small')}
    >
      {children ?? words('new')}
    </Link>
  );
}
