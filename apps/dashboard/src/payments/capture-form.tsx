import { useMutation } from '@tanstack/react-query';
import { leavesLessThanMinimum } from 'paygate-payments';
import { useRef } from 'react';
import { Controller, useForm, useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { useTRPC } from '../app/trpc.ts';
import { formatMoney } from '../ui/money.ts';
import { useFormat } from '../ui/use-format.ts';
import { judgeAmount } from './amount-rule.ts';
import { hasRest, preselectedRest } from './capture-choice.ts';
import { CaptureRest } from './capture-rest.tsx';
import { type CaptureFields, captureProblems } from './capture-rules.ts';
import { ErrorSummary } from './error-summary.tsx';
import { MoneyAmount } from './money-amount.tsx';
import type { MoneyFormProps } from './money-dialog.tsx';
import styles from './money-form.module.css';
import { MoneyFormFrame } from './money-form.tsx';
import { MoneyPreview } from './money-preview.tsx';
import { orderOf } from './payment.ts';
import { previewAmounts } from './preview-amounts.ts';
import { RefNrField } from './ref-nr-field.tsx';
import { RestWarning } from './rest-warning.tsx';
import { rulesResolver } from './rules-resolver.ts';
import { useAmountError } from './use-amount-error.ts';
import { useMoneyStep } from './use-money-step.ts';

/** Captures all or a part of what remains, and says what happens to the rest before it is sent. */
export function CaptureForm({ payment, max, caution, onClose }: MoneyFormProps) {
  const trpc = useTRPC();
  const words = useTranslations('payments');
  const format = useFormat();
  const body = useRef<HTMLDivElement>(null);
  const capture = useMutation(trpc.payments.capture.mutationOptions());
  const step = useMoneyStep({ payment, kind: 'capture', onDone: onClose });
  const { currency, connection } = payment;
  const limits = { max, min: connection.minimum, currency };
  const amountError = useAmountError(limits);
  const money = (minor: number) => format.money(minor, currency);

  const { control, handleSubmit, formState, register, setValue } = useForm<CaptureFields>({
    defaultValues: {
      amount: formatMoney(max, currency, { code: false }),
      rest: preselectedRest(connection.severalCaptures),
      refNr: '',
    },
    shouldFocusError: false,
    resolver: rulesResolver((fields) =>
      captureProblems(fields, { ...limits, mayKeepOpen: connection.severalCaptures !== 'no' }),
    ),
  });
  const { amount: amountText = '', rest = null, refNr = '' } = useWatch({ control });
  const amount = judgeAmount(amountText, limits).minor ?? null;
  const asksForRest = hasRest(amount, max);
  const closeRest = asksForRest && rest === 'close';
  const isDecided = amount !== null && (!asksForRest || rest !== null);
  const now = previewAmounts(payment, null);
  const after = isDecided ? previewAmounts(payment, { kind: 'capture', amount, closeRest }) : null;
  const leavesTooLittle =
    after !== null && leavesLessThanMinimum(after.remaining, connection.minimum);

  const send = handleSubmit((fields) => {
    const { minor } = judgeAmount(fields.amount, limits);
    if (minor === undefined) return;
    const input = {
      paymentId: payment.id,
      amount: minor,
      closeRest: minor < max && fields.rest === 'close',
      version: payment.version,
      ...(fields.refNr !== '' && { refNr: fields.refNr }),
    };
    step.submit((key) => capture.mutateAsync({ ...input, key }));
  });
  const submit = () => {
    // Enter in a field must not pass a warning unread; the button does.
    const isEnter = body.current?.contains(document.activeElement) === true;
    if (!(leavesTooLittle && isEnter)) void send();
  };

  const { errors, submitCount } = formState;
  const texts = {
    amount: errors.amount?.type && amountError(String(errors.amount.type), amountText),
    rest: errors.rest?.type && words(`capture.${errors.rest.type as 'chooseOne' | 'keepNo'}`),
    refNr:
      errors.refNr?.type && words(`capture.${errors.refNr.type as 'refNrChars' | 'refNrLong'}`),
  };

  return (
    <MoneyFormFrame
      kind="capture"
      payment={payment}
      title={words('capture.title', { order: orderOf(payment) })}
      caution={caution}
      submitLabel={
        amount === null
          ? words('capture.submitPlain')
          : words('capture.submit', { amount: money(amount) })
      }
      step={step}
      onSubmit={submit}
      onClose={onClose}
    >
      <div ref={body} className={styles.fields}>
        <ErrorSummary
          errors={Object.entries(texts).flatMap(([field, text]) => (text ? { field, text } : []))}
          attempt={submitCount}
          form={body}
        />
        <MoneyAmount control={control} name="amount" limits={limits} error={texts.amount} />
        {asksForRest ? (
          <div data-field="rest">
            <Controller
              control={control}
              name="rest"
              render={({ field }) => (
                <CaptureRest
                  payment={payment}
                  rest={max - amount}
                  value={field.value}
                  onChange={field.onChange}
                  error={texts.rest}
                />
              )}
            />
          </div>
        ) : amount === null ? null : (
          <p>{words('capture.nothingRemains')}</p>
        )}
        {leavesTooLittle ? (
          <RestWarning rest={after.remaining} minimum={connection.minimum} currency={currency} />
        ) : null}
        <RefNrField
          label={words('capture.refNr')}
          value={refNr}
          error={texts.refNr}
          input={register('refNr')}
          onUse={(suggestion) => setValue('refNr', suggestion, { shouldValidate: true })}
        />
        <MoneyPreview
          before={now}
          after={after}
          figures={['captured', 'closed', 'remaining']}
          currency={currency}
          sentence={
            after &&
            words('capture.preview', {
              captured: money(after.captured),
              remaining: money(after.remaining),
              closed: money(after.closed),
            })
          }
        />
      </div>
    </MoneyFormFrame>
  );
}
