import { useTranslations } from 'use-intl';
import { Deadline } from '../ui/deadline.tsx';
import { deadlineOf } from './deadline-of.ts';
import type { Payment } from './payment.ts';
import styles from './payment-deadline.module.css';

type PaymentDeadlineProps = {
  readonly payment: Payment;
  /** Names the deadline in sight and spells the year out; tables name it for screen readers only. */
  readonly long?: boolean;
  /** The deadline of one step, whatever counts for the payment. */
  readonly of?: 'capture' | 'refund';
};

/** The deadline that counts for a payment now; nothing where none does. */
export function PaymentDeadline({ payment, long = false, of }: PaymentDeadlineProps) {
  const words = useTranslations('payments.deadline');
  const deadline = deadlineOf(payment, of);
  if (deadline === null || deadline.urgency === 'none') {
    return <span className="visually-hidden">{words('none')}</span>;
  }
  return (
    <span className={styles.deadline}>
      <span className={long ? undefined : 'visually-hidden'}>{words(deadline.kind)} </span>
      <Deadline at={deadline.at} urgency={deadline.urgency} long={long} />
    </span>
  );
}
