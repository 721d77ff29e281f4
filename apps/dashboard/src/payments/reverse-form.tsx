import { useMutation } from '@tanstack/react-query';
import { leavesLessThanMinimum } from 'paygate-payments';
import { useRef } from 'react';
import { Controller, useForm, useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { useTRPC } from '../app/trpc.ts';
import { RadioCards } from '../ui/radio-cards.tsx';
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
import { RestWarning } from './rest-warning.tsx';
import { rulesResolver } from './rules-resolver.ts';
import { useAmountError } from './use-amount-error.ts';
import { useMoneyStep } from './use-money-step.ts';

type ReverseFields = { readonly scope: 'all' | 'part'; readonly amount: string };

/** Releases an authorization: all that remains, or a part where the contract is known to allow it. */
export function ReverseForm({ payment, max, caution, onClose }: MoneyFormProps) {
  const trpc = useTRPC();
  const words = useTranslations('payments');
  const format = useFormat();
  const body = useRef<HTMLDivElement>(null);
  const reverse = useMutation(trpc.payments.reverse.mutationOptions());
  const step = useMoneyStep({ payment, kind: 'reverse', onDone: onClose });
  const { currency, connection } = payment;
  const limits = { max, min: connection.minimum, currency };
  const amountError = useAmountError(limits);
  const money = (minor: number) => format.money(minor, currency);
  const mayReversePart = connection.partialReversal === 'yes';

  const { control, handleSubmit, formState } = useForm<ReverseFields>({
    defaultValues: { scope: 'all', amount: '' },
    shouldFocusError: false,
    resolver: rulesResolver(({ scope, amount }) => {
      const problem = scope === 'part' ? judgeAmount(amount, limits).problem : undefined;
      return problem === undefined ? {} : { amount: problem };
    }),
  });
  const { scope = 'all', amount: amountText = '' } = useWatch({ control });
  const amount = scope === 'all' ? max : (judgeAmount(amountText, limits).minor ?? null);
  const after = amount === null ? null : previewAmounts(payment, { kind: 'reverse', amount });
  const leavesTooLittle =
    after !== null && leavesLessThanMinimum(after.remaining, connection.minimum);

  const send = handleSubmit((fields) => {
    const { minor } = judgeAmount(fields.amount, limits);
    const input = {
      paymentId: payment.id,
      version: payment.version,
      ...(fields.scope === 'part' && minor !== undefined && { amount: minor }),
    };
    step.submit((key) => reverse.mutateAsync({ ...input, key }));
  });

  const { errors, submitCount } = formState;
  const error = errors.amount?.type && amountError(String(errors.amount.type), amountText);

  return (
    <MoneyFormFrame
      kind="reverse"
      payment={payment}
      title={words('reverse.title', { order: orderOf(payment) })}
      caution={caution}
      submitLabel={
        amount === null
          ? words('reverse.submitPlain')
          : words('reverse.submit', { amount: money(amount) })
      }
      step={step}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      <div ref={body} className={styles.fields}>
        <ErrorSummary
          errors={error ? [{ field: 'amount', text: error }] : []}
          attempt={submitCount}
          form={body}
        />
        <p>{words('reverse.effect', { amount: money(amount ?? max) })}</p>
        {mayReversePart ? (
          <Controller
            control={control}
            name="scope"
            render={({ field }) => (
              <RadioCards
                label={words('reverse.question')}
                value={field.value}
                onChange={field.onChange}
                options={[
                  {
                    value: 'all',
                    title: words('reverse.all', { amount: money(max) }),
                    text: words('reverse.allText'),
                  },
                  { value: 'part', title: words('reverse.part'), text: words('reverse.partText') },
                ]}
              />
            )}
          />
        ) : null}
        {scope === 'part' ? (
          <MoneyAmount control={control} name="amount" limits={limits} error={error} />
        ) : null}
        {leavesTooLittle ? (
          <RestWarning rest={after.remaining} minimum={connection.minimum} currency={currency} />
        ) : null}
        <p>{words('reverse.forGood')}</p>
        <MoneyPreview
          before={previewAmounts(payment, null)}
          after={after}
          figures={['reversed', 'remaining']}
          currency={currency}
          sentence={
            after &&
            words('reverse.preview', {
              reversed: money(after.reversed),
              remaining: money(after.remaining),
            })
          }
        />
      </div>
    </MoneyFormFrame>
  );
}
