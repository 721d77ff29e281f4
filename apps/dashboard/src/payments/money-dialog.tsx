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
      <Gate key={payment.data.id} kind={kind} payment={payment.data} onClose={onClose}>
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
  readonly onClose: () => void;
};

/** Once the form is open it stays, whatever changes meanwhile: it has typed input and results to show. */
function Gate({ kind, payment, onClose, children }: GateProps) {
  const words = useTranslations('payments');
  const reasonText = useReasonText();
  const current = payment.allowedActions.find(({ action }) => action === kind);
  const [opened] = useState<AllowedAction | undefined>(current);

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
      <p>{current === undefined ? words('list.notYours') : reasonText(payment, current)}</p>
    </Dialog>
  );
}
