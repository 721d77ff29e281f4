import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './money-form.module.css';
import { MoneyOutcome } from './money-outcome.tsx';
import { OutcomeUnknown } from './outcome-unknown.tsx';
import type { MoneyKind, Operation, PaymentDetail } from './payment.ts';
import { PaymentDeadline } from './payment-deadline.tsx';
import { resultOf } from './send-money.ts';
import type { useMoneyStep } from './use-money-step.ts';
import { useMoneyWords } from './use-money-words.ts';

type MoneyFormFrameProps = {
  readonly kind: MoneyKind;
  readonly payment: PaymentDetail;
  readonly title: string;
  readonly caution: string | null;
  readonly submitLabel: string;
  readonly step: Pick<
    ReturnType<typeof useMoneyStep>,
    'result' | 'isSending' | 'isAsking' | 'isReading'
  >;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/**
 * The frame of every money form: deadline, cautions, the last result, one sending button and Back.
 * After a lost answer the form is gone and only "Check status" is left.
 */
export function MoneyFormFrame({
  kind,
  payment,
  title,
  caution,
  submitLabel,
  step,
  onSubmit,
  onClose,
  children,
}: MoneyFormFrameProps) {
  const words = useTranslations('payments.form');
  const formId = useId();
  const { result, isSending, isAsking, isReading } = step;
  const footer = useRef<HTMLDivElement>(null);
  const isReversal = kind === 'reverse';

  useEffect(() => {
    // What cannot be undone starts on the button that does nothing.
    if (isReversal) footer.current?.querySelector('button')?.focus();
  }, [isReversal]);

  if (result?.type === 'unknown') {
    const latest = payment.operations.find(({ id }) => id === result.operation.id);
    return (
      <Dialog
        title={title}
        onClose={onClose}
        footer={<Button onPress={onClose}>{words('back')}</Button>}
      >
        <LatestOutcome kind={kind} payment={payment} operation={latest ?? result.operation} />
      </Dialog>
    );
  }
  const back = (
    <Button key="back" size="large" onPress={onClose}>
      {words('back')}
    </Button>
  );
  const send = isAsking ? null : (
    <Button
      key="send"
      type="submit"
      form={formId}
      size="large"
      tone={isReversal ? 'danger' : 'primary'}
      isPending={isSending || isReading}
    >
      {isSending ? words('sending') : submitLabel}
    </Button>
  );
  return (
    <Dialog
      title={title}
      role={isReversal ? 'alertdialog' : 'dialog'}
      subtitle={
        <PaymentDeadline payment={payment} long of={kind === 'credit' ? 'refund' : 'capture'} />
      }
      isBusy={isSending}
      onClose={onClose}
      footer={
        <div ref={footer} className={styles.footer}>
          {isReversal ? [back, send] : [send, back]}
        </div>
      }
    >
      {caution === null ? null : <Notice tone="warning">{caution}</Notice>}
      <MoneyOutcome payment={payment} kind={kind} result={result} isAsking={isAsking} />
      <form
        id={formId}
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isSending && !isAsking && !isReading) onSubmit();
        }}
      >
        {children}
      </form>
    </Dialog>
  );
}

type LatestOutcomeProps = {
  readonly kind: MoneyKind;
  readonly payment: PaymentDetail;
  readonly operation: Operation;
};

/** The step may be settled while its dialog is still open: then its result is told here. */
function LatestOutcome({ kind, payment, operation }: LatestOutcomeProps) {
  const money = useMoneyWords(kind, payment);
  const result = resultOf(operation);
  if (result === null || result.type === 'unknown') return <OutcomeUnknown operation={operation} />;
  return result.type === 'succeeded' ? (
    <Notice tone="success" role="status" title={money.title(result)} />
  ) : (
    <MoneyOutcome payment={payment} kind={kind} result={result} isAsking={false} />
  );
}
