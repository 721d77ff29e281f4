import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Deadline } from '../ui/deadline.tsx';
import { MoneyText } from '../ui/money-text.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import { orderOf, type QueuedPayment } from './overview.ts';
import styles from './queue-table.module.css';

type QueueTableProps = {
  readonly caption: string;
  readonly payments: readonly QueuedPayment[];
  readonly deadline: 'capture' | 'refund';
  readonly step: (payment: QueuedPayment) => ReactNode;
};

/** Payments by deadline, deadline first, because it is the sort key. Cards on narrow screens. */
export function QueueTable({ caption, payments, deadline, step }: QueueTableProps) {
  const words = useTranslations('overview');
  const isCapture = deadline === 'capture';
  return (
    <div className={styles.box}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words(isCapture ? 'captureBy' : 'refundUntil')}</th>
            <th scope="col">{words('order')}</th>
            <th scope="col">{words('status')}</th>
            <th scope="col" className={styles.number}>
              {words(isCapture ? 'remaining' : 'refundable')}
            </th>
            <th scope="col" className={styles.step}>
              {words('next')}
            </th>
          </tr>
        </thead>
        <tbody>
          {payments.map((payment) => (
            <tr key={payment.id}>
              <td className={styles.due}>
                <Due payment={payment} isCapture={isCapture} />
              </td>
              <th scope="row" className={styles.order}>
                <Link to="/payments/$paymentId" params={{ paymentId: payment.id }}>
                  <bdi>{orderOf(payment)}</bdi>
                </Link>
              </th>
              <td className={styles.state}>
                <StatusBadge status={payment.status} />
              </td>
              <td className={styles.number}>
                <MoneyText
                  minor={isCapture ? payment.remaining : payment.refundable}
                  currency={payment.currency}
                  code={false}
                />
              </td>
              <td className={styles.step}>{step(payment)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type DueProps = { readonly payment: QueuedPayment; readonly isCapture: boolean };

function Due({ payment, isCapture }: DueProps) {
  const words = useTranslations('overview');
  const at = isCapture ? payment.captureBy : payment.refundUntil;
  if (at === null) return <span className={styles.none}>{words('noDeadline')}</span>;
  return <Deadline at={at} urgency={isCapture ? payment.captureUrgency : payment.refundUrgency} />;
}
