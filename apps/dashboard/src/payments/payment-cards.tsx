import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { RowCards } from '../lists/row-cards.tsx';
import { SelectRow } from '../lists/selectable-rows.tsx';
import type { Rows } from '../lists/use-rows.ts';
import { MoneyText } from '../ui/money-text.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import { deadlineOf } from './deadline-of.ts';
import { NextStep } from './next-step.tsx';
import { orderOf, type Payment } from './payment.ts';
import styles from './payment-cards.module.css';
import { PaymentDeadline } from './payment-deadline.tsx';

type PaymentCardsProps = {
  readonly rows: readonly Payment[];
  /** Where the rows are read as somebody goes on. */
  readonly list?: Rows<Payment>;
};

/** The list on a narrow screen: real list items in the order of the grid. */
export function PaymentCards(props: PaymentCardsProps) {
  const words = useTranslations('payments');
  return (
    <RowCards
      {...props}
      label={words('list.gridLabel')}
      more={words('list.more')}
      rowId={({ id }) => id}
      card={(payment) => <Card payment={payment} />}
    />
  );
}

function Card({ payment }: { readonly payment: Payment }) {
  const words = useTranslations('payments.column');
  const amount = amountOf(payment);
  return (
    <article className={styles.card}>
      <div className={styles.head}>
        <SelectRow id={payment.id} name={orderOf(payment)} isTabStop />
        <Link to="/payments/$paymentId" params={{ paymentId: payment.id }} className={styles.order}>
          <bdi className="identifier">{orderOf(payment)}</bdi>
        </Link>
        <span className={styles.amount}>
          <span className={styles.which}>{words(amount.name)} </span>
          <MoneyText minor={amount.minor} currency={payment.currency} />
        </span>
      </div>
      <div className={styles.line}>
        <StatusBadge status={payment.status} />
        <NextStep payment={payment} isTabStop />
      </div>
      {deadlineOf(payment) === null ? null : <PaymentDeadline payment={payment} />}
    </article>
  );
}

/** The one amount of a card: what remains, else what was authorized, else what was asked for. */
function amountOf(payment: Payment) {
  if (payment.remaining > 0) return { name: 'remaining', minor: payment.remaining } as const;
  return payment.authorized > 0
    ? ({ name: 'authorizedPlain', minor: payment.authorized } as const)
    : ({ name: 'requested', minor: payment.requestedAmount } as const);
}
