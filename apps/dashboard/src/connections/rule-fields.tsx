import { Controller, useFormContext } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { AmountField } from '../ui/amount-field.tsx';
import { parseAmount } from '../ui/money.ts';
import { Select } from '../ui/select.tsx';
import type { ConnectionFields } from './connection-fields.ts';
import styles from './connections.module.css';

const reversalFile = 'reverse.aspx';

/** What the contract with the gateway allows; what nobody has confirmed stays off. */
export function RuleFields() {
  const words = useTranslations('connections');
  const { control, formState, register } = useFormContext<ConnectionFields>();
  return (
    <>
      <Controller
        control={control}
        name="minimum"
        rules={{
          validate: (text) => (parseAmount(text).minor ?? 0) > 0 || words('required.minimum'),
        }}
        render={({ field }) => (
          <AmountField
            label={words('minimum')}
            hint={words('minimumHint')}
            currency="CHF"
            error={formState.errors.minimum?.message}
            {...field}
          />
        )}
      />
      <Select
        label={words('severalCaptures')}
        options={(['unconfirmed', 'no', 'yes'] as const).map((value) => ({
          value,
          label: words(`severalCapturesValue.${value}`),
        }))}
        {...register('severalCaptures')}
      />
      <Select
        label={words('partialReversal')}
        options={(['unconfirmed', 'yes'] as const).map((value) => ({
          value,
          label: words(`partialReversalValue.${value}`),
        }))}
        {...register('partialReversal')}
      />
      <Select
        label={words('inquiryShowsReversals')}
        options={(['unconfirmed', 'yes'] as const).map((value) => ({
          value,
          label: words(`inquiryShowsReversalsValue.${value}`),
        }))}
        {...register('inquiryShowsReversals')}
      />
      <p className={styles.hint}>{words('reversalPath', { path: reversalFile })}</p>
    </>
  );
}
