import { Controller, useFormContext } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { AmountField } from '../ui/amount-field.tsx';
import { parseAmount } from '../ui/money.ts';
import { RadioCards } from '../ui/radio-cards.tsx';
import type { ConnectionFields } from './connection-fields.ts';
import styles from './connections.module.css';

const reversalFile = 'reverse.aspx';

/** What the contract with the gateway allows; what nobody has confirmed stays off. */
export function RuleFields() {
  const words = useTranslations('connections');
  const { control, formState } = useFormContext<ConnectionFields>();
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
      <Controller
        control={control}
        name="severalCaptures"
        render={({ field: { onChange, value } }) => (
          <RadioCards
            label={words('severalCaptures')}
            value={value}
            onChange={onChange}
            options={(['unconfirmed', 'no', 'yes'] as const).map((name) => ({
              value: name,
              title: words(`severalCapturesValue.${name}`),
            }))}
          />
        )}
      />
      <Controller
        control={control}
        name="partialReversal"
        render={({ field: { onChange, value } }) => (
          <RadioCards
            label={words('partialReversal')}
            value={value}
            onChange={onChange}
            options={(['unconfirmed', 'yes'] as const).map((name) => ({
              value: name,
              title: words(`partialReversalValue.${name}`),
            }))}
          />
        )}
      />
      <Controller
        control={control}
        name="inquiryShowsReversals"
        render={({ field: { onChange, value } }) => (
          <RadioCards
            label={words('inquiryShowsReversals')}
            value={value}
            onChange={onChange}
            options={(['unconfirmed', 'yes'] as const).map((name) => ({
              value: name,
              title: words(`inquiryShowsReversalsValue.${name}`),
            }))}
          />
        )}
      />
      <Controller
        control={control}
        name="linkPage"
        render={({ field: { onChange, value } }) => (
          <RadioCards
            label={words('linkPage')}
            value={value}
            onChange={onChange}
            options={(['twint', 'paymentPage'] as const).map((name) => ({
              value: name,
              title: words(`linkPageValue.${name}`),
            }))}
          />
        )}
      />
      <Controller
        control={control}
        name="captureParameter"
        render={({ field: { onChange, value } }) => (
          <RadioCards
            label={words('captureParameter')}
            value={value}
            onChange={onChange}
            options={(['no', 'yes'] as const).map((name) => ({
              value: name,
              title: words(`captureParameterValue.${name}`),
            }))}
          />
        )}
      />
      <p className={styles.hint}>{words('reversalPath', { path: reversalFile })}</p>
    </>
  );
}
