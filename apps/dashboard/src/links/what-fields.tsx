import { Controller, useFormContext } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { AmountField } from '../ui/amount-field.tsx';
import { parseAmount } from '../ui/money.ts';
import { TextField } from '../ui/text-field.tsx';
import { ConnectionField } from './connection-field.tsx';
import type { LinkConnection } from './link.ts';
import type { LinkFields } from './link-fields.ts';

/** Who is paid, how much and what for. */
export function WhatFields({ connections }: { readonly connections: readonly LinkConnection[] }) {
  const words = useTranslations('links');
  const { control, formState, register, watch } = useFormContext<LinkFields>();
  const { errors } = formState;
  return (
    <>
      <ConnectionField
        connections={connections}
        isOpen={watch('connection') === ''}
        error={errors.connection?.message}
        {...register('connection', { required: words('refused.connection') })}
      />
      <Controller
        control={control}
        name="amount"
        rules={{
          validate: (text) => (parseAmount(text).minor ?? 0) > 0 || words('refused.amount'),
        }}
        render={({ field }) => (
          <AmountField
            label={words('amountIn')}
            currency="CHF"
            error={errors.amount?.message}
            {...field}
          />
        )}
      />
      <TextField
        label={words('refNr')}
        hint={words('refNrHint')}
        counter={`${watch('refNr').length} / 40`}
        autoComplete="off"
        error={errors.refNr?.message}
        {...register('refNr', {
          pattern: { value: /^\s*[A-Za-z0-9_-]{0,40}\s*$/, message: words('refused.ref-nr') },
        })}
      />
      <TextField
        label={words('description')}
        hint={words('descriptionHint')}
        maxLength={200}
        autoComplete="off"
        error={errors.orderDesc?.message}
        {...register('orderDesc', {
          validate: (text) => text.trim() !== '' || words('refused.empty'),
        })}
      />
    </>
  );
}
