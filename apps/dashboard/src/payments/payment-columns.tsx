import { Link } from '@tanstack/react-router';
import { createColumnHelper, tableFeatures } from '@tanstack/react-table';
import { useTranslations } from 'use-intl';
import { StatusBadge } from '../ui/status-badge.tsx';
import { useFormat } from '../ui/use-format.ts';
import styles from './grid-cells.module.css';
import { NextStep } from './next-step.tsx';
import { orderOf, type Payment } from './payment.ts';
import { PaymentDeadline } from './payment-deadline.tsx';

export const gridFeatures = tableFeatures({});
const column = createColumnHelper<typeof gridFeatures, Payment>();

/** The columns of the list, in their one order. Hidden ones on narrow screens stay in the detail. */
export const paymentColumns = column.columns([
  column.display({ id: 'order', cell: ({ row }) => <Order payment={row.original} /> }),
  column.display({ id: 'status', cell: ({ row }) => <StatusBadge status={row.original.status} /> }),
  column.display({ id: 'deadline', cell: ({ row }) => <PaymentDeadline payment={row.original} /> }),
  column.accessor('authorized', {
    cell: ({ row }) => <Authorized payment={row.original} />,
  }),
  column.accessor('captured', { cell: ({ row }) => <Amount of={row.original} is="captured" /> }),
  column.accessor('refunded', { cell: ({ row }) => <Amount of={row.original} is="refunded" /> }),
  column.accessor('remaining', { cell: ({ row }) => <Amount of={row.original} is="remaining" /> }),
  column.display({ id: 'date', cell: ({ row }) => <When at={row.original.createdAt} /> }),
  column.display({ id: 'connection', cell: ({ row }) => row.original.connection.label }),
  column.display({ id: 'action', cell: ({ row }) => <NextStep payment={row.original} /> }),
]);

export const columnNames = [
  'order',
  'status',
  'deadline',
  'authorized',
  'captured',
  'refunded',
  'remaining',
  'date',
  'connection',
  'action',
] as const;
export type ColumnName = (typeof columnNames)[number];

export const amountColumns: ReadonlySet<string> = new Set([
  'authorized',
  'captured',
  'refunded',
  'remaining',
]);

function Order({ payment }: { readonly payment: Payment }) {
  return (
    <Link
      to="/payments/$paymentId"
      params={{ paymentId: payment.id }}
      tabIndex={-1}
      className={styles.orderLink}
    >
      <span className={styles.order}>{orderOf(payment)}</span>
      <Found payment={payment} />
    </Link>
  );
}

/** What a search found the payment by, unless it stands there anyway. */
function Found({ payment }: { readonly payment: Payment }) {
  const words = useTranslations('payments.search');
  const parts = (payment.matched ?? []).filter((part) => part !== 'refNr');
  if (parts.length === 0) return null;
  return (
    <span className={styles.found}>{parts.map((part) => words(`part.${part}`)).join(', ')}</span>
  );
}

/** Before an authorization the asked amount is what people look for; it is named, so that nobody takes it for money. */
function Authorized({ payment }: { readonly payment: Payment }) {
  const words = useTranslations('payments.column');
  const format = useFormat();
  if (payment.authorized > 0) return <Amount of={payment} is="authorized" />;
  return (
    <span className={styles.requested}>
      <span>{words('requested')}</span>
      <span>{format.amount(payment.requestedAmount, payment.currency)}</span>
    </span>
  );
}

type AmountProps = {
  readonly of: Payment;
  readonly is: 'authorized' | 'captured' | 'refunded' | 'remaining';
};

function Amount({ of: payment, is }: AmountProps) {
  const format = useFormat();
  const minor = payment[is];
  return (
    <span className={minor === 0 ? styles.zero : undefined}>
      {format.amount(minor, payment.currency)}
    </span>
  );
}

function When({ at }: { readonly at: number }) {
  const format = useFormat();
  return <time dateTime={new Date(at).toISOString()}>{format.shortInstant(at)}</time>;
}
