import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { useErrorText } from '../app/error-text.ts';
import { toFailure } from '../app/failure.ts';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../ui/button.tsx';
import { formatMoney } from '../ui/money.ts';
import { Notice } from '../ui/notice.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useFormat } from '../ui/use-format.ts';
import { judgeAmount } from './amount-rule.ts';
import { MoneyAmount } from './money-amount.tsx';
import styles from './outcome-unknown.module.css';
import type { PaymentDetail } from './payment.ts';
import { noteMaxLength } from './refund-rules.ts';
import { useAmountError } from './use-amount-error.ts';

const ways = ['bank-transfer', 'cash', 'voucher', 'other'] as const;
type Fields = { amount: string; how: (typeof ways)[number]; reason: string };

type FormProps = {
  readonly payment: PaymentDetail;
  /** Minor units. */
  readonly max: number;
  readonly onClose: () => void;
};

/** Records money that came back past the gateway. What was typed stays after every refusal. */
export function ReimbursementForm({ payment, max, onClose }: FormProps) {
  const words = useTranslations('payments.reimburse');
  const errorText = useErrorText();
  const format = useFormat();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { currency, id: paymentId, version } = payment;
  const limits = { max, min: 1, currency };
  const amountError = useAmountError(limits);
  const key = useRef({ sent: '', value: '' });
  const { control, formState, handleSubmit, register } = useForm<Fields>({
    defaultValues: {
      amount: formatMoney(max, currency, { code: false }),
      how: 'bank-transfer',
      reason: '',
    },
    resolver: (fields) => {
      const { problem } = judgeAmount(fields.amount, limits);
      const errors = {
        ...(problem !== undefined && { amount: { type: problem } }),
        ...(fields.reason.trim() === '' && { reason: { type: 'required' } }),
      };
      return Object.keys(errors).length === 0
        ? { values: fields, errors: {} }
        : { values: {}, errors };
    },
  });
  const record = useMutation(
    trpc.payments.reimburse.mutationOptions({
      networkMode: 'always',
      retry: false,
      onSuccess: onClose,
      onSettled: () => queryClient.invalidateQueries(trpc.payments.pathFilter()),
    }),
  );
  const typed = useWatch({ control, name: 'amount' });
  const minor = judgeAmount(typed, limits).minor;
  const submit = handleSubmit((fields) => {
    const amount = judgeAmount(fields.amount, limits).minor;
    if (amount === undefined || record.isPending) return;
    const wish = { paymentId, amount, how: fields.how, reason: fields.reason.trim() };
    // A changed wish is another record; the same one sent again is the same.
    const sent = JSON.stringify(wish);
    if (key.current.sent !== sent) key.current = { sent, value: crypto.randomUUID() };
    record.mutate({ ...wish, version, key: key.current.value });
  });
  const failure = record.error === null ? null : toFailure(record.error);
  const { errors } = formState;

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className={styles.text}>
      <p>{words('lead')}</p>
      <MoneyAmount
        control={control}
        name="amount"
        limits={limits}
        error={errors.amount?.type && amountError(String(errors.amount.type), typed)}
      />
      <Select
        label={words('how')}
        options={ways.map((value) => ({ value, label: words(`way.${value}`) }))}
        {...register('how')}
      />
      <TextField
        label={words('reason')}
        hint={words('reasonHint')}
        maxLength={noteMaxLength}
        autoComplete="off"
        error={errors.reason && words('reasonMissing')}
        {...register('reason')}
      />
      {failure === null ? null : (
        <Notice tone="danger" role="alert">
          {failure.type === 'bad-input' ? words('stillPossible') : errorText(record.error)}
        </Notice>
      )}
      <p>
        <Button tone="primary" type="submit" isPending={record.isPending}>
          {minor === undefined
            ? words('submitPlain')
            : words('submit', { amount: format.money(minor, currency) })}
        </Button>{' '}
        <Button onPress={onClose}>{words('back')}</Button>
      </p>
    </form>
  );
}
