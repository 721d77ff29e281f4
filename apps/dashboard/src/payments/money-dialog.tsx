import { useParams } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { type AllowedAction, type MoneyKind, orderOf, type PaymentDetail } from './payment.ts';
import { useCloseDialog } from './use-close-dialog.ts';
import { useLastResult } from './use-last-result.ts';
import { isGone, usePayment } from './use-payment.ts';
import { useReasonText } from './use-reason-text.ts';

export type MoneyFormProps = {
  readonly payment: PaymentDetail;
  /** The most the step may take now, in minor units. */
  readonly max: number;
  /** What to know before trying: past the deadline the gateway decides. */
  readonly caution: string | null;
  readonly onClose: () => void;
};
type MoneyDialogProps = {
  readonly kind: MoneyKind;
  readonly children: (props: MoneyFormProps) => ReactNode;
};

/** What every money dialog does before its form: read the payment, and say why where it cannot be done. */
export function MoneyDialog({ kind, children }: MoneyDialogProps) {
  const { paymentId = '' } = useParams({ strict: false });
  const words = useTranslations('payments');
  const payment = usePayment(paymentId);
  const onClose = useCloseDialog(paymentId);
  const lastResult = useLastResult();
  const clearResult = lastResult.clear;

  useEffect(() => {
    clearResult();
  }, []);

  if (payment.data !== undefined) {
    return (
      <Gate
        key={payment.data.id}
        kind={kind}
        payment={payment.data}
        isReading={payment.isFetching}
        onClose={onClose}
      >
        {children}
      </Gate>
    );
  }
  const isMissing = isGone(payment.error?.data?.httpStatus);
  return (
    <Dialog
      title={words(`action.${kind}Name`)}
      onClose={onClose}
      footer={<Button onPress={onClose}>{words('form.back')}</Button>}
    >
      {payment.isError ? (
        <EmptyState
          title={words(isMissing ? 'detail.notFoundTitle' : 'detail.errorTitle')}
          actions={
            isMissing ? undefined : (
              <Button onPress={() => void payment.refetch()}>{words('list.tryAgain')}</Button>
            )
          }
        />
      ) : (
        <Skeleton rows={4} />
      )}
    </Dialog>
  );
}

type GateProps = MoneyDialogProps & {
  readonly payment: PaymentDetail;
  /** The payment is being read again: it may be another one than it was. */
  readonly isReading: boolean;
  readonly onClose: () => void;
};

/**
 * Once the form is open it stays, whatever changes meanwhile: it has typed input and results to show. That
 * it cannot be opened is only said of a payment that was just read, and then stays as well: a button
 * that takes a step never comes to stand under a hand that reaches for another one.
 */
function Gate({ kind, payment, isReading, onClose, children }: GateProps) {
  const words = useTranslations('payments');
  const reasonText = useReasonText();
  const current = payment.allowedActions.find(({ action }) => action === kind);
  const [opened, setOpened] = useState<AllowedAction | undefined | null>(null);
  if (opened === null && (current?.allowed || !isReading)) setOpened(current);
  const refused = current?.allowed ? (opened ?? undefined) : current;

  if (opened?.allowed) {
    const caution = opened.reason === null ? null : reasonText(payment, opened);
    const max = current?.allowed ? current.max : opened.max;
    return children({ payment, max, caution, onClose });
  }
  return (
    <Dialog
      title={words('action.ofOrder', {
        action: words(`action.${kind}Name`),
        order: orderOf(payment),
      })}
      onClose={onClose}
      footer={<Button onPress={onClose}>{words('form.back')}</Button>}
    >
      {opened === null ? (
        <Skeleton rows={4} />
      ) : (
        <p>{refused === undefined ? words('list.notYours') : reasonText(payment, refused)}</p>
      )}
    </Dialog>
  );
}
