import { useMutation } from '@tanstack/react-query';
import { leavesLessThanMinimum } from 'paygate-payments';
import { useRef } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { refundReasons } from '../app/refund-reasons.ts';
import { useSession } from '../app/session.tsx';
import { useTRPC } from '../app/trpc.ts';
import { formatMoney } from '../ui/money.ts';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useFormat } from '../ui/use-format.ts';
import { judgeAmount } from './amount-rule.ts';
import { ErrorSummary } from './error-summary.tsx';
import { MoneyAmount } from './money-amount.tsx';
import type { MoneyFormProps } from './money-dialog.tsx';
import styles from './money-form.module.css';
import { MoneyFormFrame } from './money-form.tsx';
import { MoneyPreview } from './money-preview.tsx';
import { orderOf } from './payment.ts';
import { previewAmounts } from './preview-amounts.ts';
import {
  isRefundReason,
  noteMaxLength,
  type RefundFields,
  refundProblems,
} from './refund-rules.ts';
import { RestWarning } from './rest-warning.tsx';
import { rulesResolver } from './rules-resolver.ts';
import { useAmountError } from './use-amount-error.ts';
import { useMoneyStep } from './use-money-step.ts';

/** Gives captured money back, with a reason that ends up in the history. */
export function RefundForm({ payment, max, caution, onClose }: MoneyFormProps) {
  const trpc = useTRPC();
  const words = useTranslations('payments');
  const format = useFormat();
  const { person } = useSession();
  const body = useRef<HTMLDivElement>(null);
  const credit = useMutation(trpc.payments.credit.mutationOptions());
  const step = useMoneyStep({ payment, kind: 'credit', onDone: onClose });
  const { currency, connection } = payment;
  const limits = { max, min: connection.minimum, currency };
  const amountError = useAmountError(limits);
  const money = (minor: number) => format.money(minor, currency);
  const limit = person.memberships.find(
    ({ merchantId }) => merchantId === payment.merchantId,
  )?.refundLimit;

  const { control, handleSubmit, formState, register } = useForm<RefundFields>({
    defaultValues: {
      amount: formatMoney(max, currency, { code: false }),
      reason: '',
      note: '',
    },
    shouldFocusError: false,
    resolver: rulesResolver((fields) => refundProblems(fields, limits)),
  });
  const { amount: amountText = '', reason = '', note = '' } = useWatch({ control });
  const amount = judgeAmount(amountText, limits).minor ?? null;
  const after = amount === null ? null : previewAmounts(payment, { kind: 'credit', amount });
  const leavesTooLittle =
    after !== null && leavesLessThanMinimum(after.refundable, connection.minimum);

  const send = handleSubmit((fields) => {
    const { minor } = judgeAmount(fields.amount, limits);
    if (minor === undefined || !isRefundReason(fields.reason)) return;
    const input = {
      paymentId: payment.id,
      amount: minor,
      reason: fields.reason,
      version: payment.version,
      ...(fields.note.trim() !== '' && { note: fields.note.trim() }),
    };
    step.submit((key) => credit.mutateAsync({ ...input, key }));
  });
  const submit = () => {
    // Enter in a field must not pass a warning unread; the button does.
    const isEnter = body.current?.contains(document.activeElement) === true;
    if (!(leavesTooLittle && isEnter)) void send();
  };

  const { errors, submitCount } = formState;
  const texts = {
    amount: errors.amount?.type && amountError(String(errors.amount.type), amountText),
    reason: errors.reason && words('refund.reasonChoose'),
    note: errors.note?.type && words(`refund.${errors.note.type as 'noteEmpty' | 'noteLong'}`),
  };

  return (
    <MoneyFormFrame
      kind="credit"
      payment={payment}
      title={words('refund.title', { order: orderOf(payment) })}
      caution={caution}
      submitLabel={
        amount === null
          ? words('refund.submitPlain')
          : words('refund.submit', { amount: money(amount) })
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
        <MoneyAmount
          control={control}
          name="amount"
          limits={limits}
          error={texts.amount}
          hint={limit == null ? undefined : words('refund.limit', { limit: money(limit) })}
        />
        <div data-field="reason">
          <Select
            {...register('reason')}
            label={words('refund.reason')}
            error={texts.reason}
            options={[
              { value: '', label: words('refund.reasonChoose') },
              ...refundReasons.map((value) => ({ value, label: words(`reason.${value}`) })),
            ]}
          />
        </div>
        <div data-field="note">
          <TextField
            {...register('note')}
            label={words(reason === 'other' ? 'refund.noteRequired' : 'refund.note')}
            error={texts.note}
            counter={`${note.length} / ${noteMaxLength}`}
            autoComplete="off"
          />
        </div>
        {leavesTooLittle ? (
          <RestWarning rest={after.refundable} minimum={connection.minimum} currency={currency} />
        ) : null}
        <MoneyPreview
          before={previewAmounts(payment, null)}
          after={after}
          figures={['refunded', 'refundable']}
          currency={currency}
          sentence={
            after &&
            words('refund.preview', {
              refunded: money(after.refunded),
              refundable: money(after.refundable),
            })
          }
        />
        <p>{words('refund.effect')}</p>
      </div>
    </MoneyFormFrame>
  );
}
