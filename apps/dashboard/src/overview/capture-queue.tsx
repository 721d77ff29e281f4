import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { buttonClass } from '../ui/button-class.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import styles from './overview.module.css';
import { mayDo, type Overview, orderOf, type QueuedPayment } from './overview.ts';
import { QueueTable } from './queue-table.tsx';

const openCaptures = { status: 'authorized,part_captured', sort: 'captureBy', order: 'asc' };

/** What waits to be captured, the one that lapses first on top. */
export function CaptureQueue({ overview }: { readonly overview: Overview }) {
  const words = useTranslations('overview');
  const { critical, urgent, soon, calm } = overview.queueCounts;
  return (
    <section aria-labelledby="capture-queue" className={styles.section}>
      <div className={styles.sectionHead}>
        <h2 id="capture-queue">{words('queue')}</h2>
        {overview.captureQueue.length === 0 ? null : (
          <Link to="/payments" search={openCaptures}>
            {words('queueAll', { total: critical + urgent + soon + calm })}
          </Link>
        )}
      </div>
      {overview.captureQueue.length === 0 ? (
        <div className={styles.empty}>
          <EmptyState title={words('queueEmpty')}>{words('queueEmptyText')}</EmptyState>
        </div>
      ) : (
        <QueueTable
          caption={words('queue')}
          payments={overview.captureQueue}
          deadline="capture"
          step={(payment) => <CaptureStep payment={payment} />}
        />
      )}
      <details className={styles.details}>
        <summary>{words('whyMissing')}</summary>
        <ul>
          <li>{words('whyNew')}</li>
          <li>{words('whySale')}</li>
          <li>{words('whyScheduled')}</li>
          <li>{words('whyCaptured')}</li>
        </ul>
      </details>
    </section>
  );
}

function CaptureStep({ payment }: { readonly payment: QueuedPayment }) {
  const words = useTranslations('overview');
  const order = orderOf(payment);
  const canCapture = mayDo(payment, 'capture');
  return (
    <Link
      to={canCapture ? '/payments/$paymentId/capture' : '/payments/$paymentId'}
      params={{ paymentId: payment.id }}
      state={{ canReturn: true }}
      className={buttonClass('plain', 'small')}
      aria-label={words(canCapture ? 'captureOf' : 'openOf', { order })}
    >
      {words(canCapture ? 'capture' : 'open')}
    </Link>
  );
}
