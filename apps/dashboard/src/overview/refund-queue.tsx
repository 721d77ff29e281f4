import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { buttonClass } from '../ui/button-class.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import styles from './overview.module.css';
import { mayDo, type Overview, orderOf, type QueuedPayment } from './overview.ts';
import { QueueTable } from './queue-table.tsx';

/** Captured payments whose refund window closes soon. */
export function RefundQueue({ overview }: { readonly overview: Overview }) {
  const words = useTranslations('overview');
  return (
    <section aria-labelledby="refund-queue" className={styles.section}>
      <h2 id="refund-queue">{words('refundQueue')}</h2>
      {overview.refundsNearLimit.length === 0 ? (
        <div className={styles.empty}>
          <EmptyState title={words('refundEmpty')} />
        </div>
      ) : (
        <QueueTable
          caption={words('refundQueue')}
          payments={overview.refundsNearLimit}
          deadline="refund"
          step={(payment) => <RefundStep payment={payment} />}
        />
      )}
    </section>
  );
}

function RefundStep({ payment }: { readonly payment: QueuedPayment }) {
  const words = useTranslations('overview');
  const order = orderOf(payment);
  const canRefund = mayDo(payment, 'credit');
  return (
    <Link
      to={canRefund ? '/payments/$paymentId/refund' : '/payments/$paymentId'}
      params={{ paymentId: payment.id }}
      state={{ canReturn: true }}
      className={buttonClass('plain', 'small')}
      aria-label={words(canRefund ? 'refundOf' : 'openOf', { order })}
    >
      {words(canRefund ? 'refund' : 'open')}
    </Link>
  );
}
