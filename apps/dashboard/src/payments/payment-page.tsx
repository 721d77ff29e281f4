import { Outlet, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { LinksSlot } from '../app/links-slot.tsx';
import { Page } from '../app/page.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Notice } from '../ui/notice.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import { useFormat } from '../ui/use-format.ts';
import { BackToList } from './back-to-list.tsx';
import { CheckedFigures } from './checked-figures.tsx';
import { DoubtSection } from './doubt-section.tsx';
import { InBatchFile } from './in-batch-file.tsx';
import { LastResult } from './last-result.tsx';
import { OutcomeUnknown } from './outcome-unknown.tsx';
import { orderOf, type PaymentDetail } from './payment.ts';
import { PaymentActions } from './payment-actions.tsx';
import { PaymentAmounts } from './payment-amounts.tsx';
import { PaymentDeadline } from './payment-deadline.tsx';
import { PaymentIds } from './payment-ids.tsx';
import { PaymentNotes } from './payment-notes.tsx';
import styles from './payment-page.module.css';
import { PaymentTimeline } from './payment-timeline.tsx';
import { ReimbursementSection } from './reimbursement-section.tsx';
import { ReviewSection } from './review-section.tsx';
import { isGone, usePayment } from './use-payment.ts';
import { useReturnFocus } from './use-return-focus.ts';

/** `/payments/$paymentId`; the money dialogs open over it. */
export function PaymentPage() {
  const { paymentId = '' } = useParams({ strict: false });
  const words = useTranslations('payments');
  const payment = usePayment(paymentId);
  useReturnFocus();

  if (payment.data !== undefined) {
    return (
      <>
        <Detail payment={payment.data} isStale={payment.isRefetchError} />
        <Outlet />
      </>
    );
  }
  if (payment.error === null) {
    return (
      <Page title={words('detail.loading')} above={<BackToList />}>
        <Skeleton />
      </Page>
    );
  }
  const isMissing = isGone(payment.error.data?.httpStatus);
  const title = words(isMissing ? 'detail.notFoundTitle' : 'detail.errorTitle');
  return (
    <Page title={title} above={<BackToList />}>
      <EmptyState
        title={words(isMissing ? 'detail.notFoundText' : 'list.errorText')}
        actions={
          isMissing ? undefined : (
            <Button onPress={() => void payment.refetch()}>{words('list.tryAgain')}</Button>
          )
        }
      />
    </Page>
  );
}

function isDoubtful(
  payment: PaymentDetail,
): payment is PaymentDetail & { readonly doubt: NonNullable<PaymentDetail['doubt']> } {
  return payment.doubt !== null;
}

type DetailProps = { readonly payment: PaymentDetail; readonly isStale: boolean };

function Detail({ payment, isStale }: DetailProps) {
  const words = useTranslations('payments');
  const format = useFormat();
  const order = orderOf(payment);
  const open = payment.operations.find(({ state }) => state === 'unknown' || state === 'review');
  const isAuthorized = payment.authorized > 0;
  const amount = format.money(
    isAuthorized ? payment.authorized : payment.requestedAmount,
    payment.currency,
  );

  return (
    <Page
      title={order}
      documentTitle={words('detail.documentTitle', { order })}
      above={<BackToList />}
    >
      <div className={styles.head}>
        <p className={styles.amount}>
          {words(isAuthorized ? 'detail.amount' : 'detail.requested', { amount })}
        </p>
        <div className={styles.state}>
          <StatusBadge status={payment.status} />
          <PaymentDeadline payment={payment} long />
        </div>
      </div>
      {isStale ? (
        <Notice tone="warning" title={words('list.offlineTitle')}>
          {words('list.offlineText')}
        </Notice>
      ) : null}
      <LastResult paymentId={payment.id} />
      <div className={styles.columns}>
        <div className={styles.main}>
          <PaymentAmounts payment={payment} />
          {isDoubtful(payment) ? <DoubtSection payment={payment} /> : null}
          <InBatchFile fileId={payment.batchFileId} />
          {open === undefined ? (
            <PaymentActions payment={payment} />
          ) : (
            <>
              <OutcomeUnknown operation={open} />
              {open.state === 'review' ? <ReviewSection operation={open} /> : null}
            </>
          )}
          <ReimbursementSection payment={payment} />
          <LinksSlot paymentId={payment.id} />
        </div>
        <div className={styles.side}>
          <PaymentNotes payment={payment} />
          <PaymentTimeline payment={payment} />
          <PaymentIds payment={payment} />
        </div>
      </div>
      <CheckedFigures payment={payment} />
    </Page>
  );
}
