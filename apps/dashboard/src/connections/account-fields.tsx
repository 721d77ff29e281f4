import { Controller, useFormContext } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { RadioCards } from '../ui/radio-cards.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { BrandFields } from './brand-fields.tsx';
import type { Brands } from './connection.ts';
import type { ConnectionFields } from './connection-fields.ts';

type AccountFieldsProps = {
  readonly merchants: readonly { readonly merchantId: number; readonly merchantName: string }[];
  readonly known: Brands;
};

/** Which gateway, which account, which system. */
export function AccountFields({ merchants, known }: AccountFieldsProps) {
  const words = useTranslations('connections');
  const { control, formState, register } = useFormContext<ConnectionFields>();
  const { errors } = formState;
  return (
    <>
      {merchants.length > 1 ? (
        <Select
          label={words('merchant')}
          options={merchants.map(({ merchantId, merchantName }) => ({
            value: String(merchantId),
            label: merchantName,
          }))}
          {...register('merchantId')}
        />
      ) : null}
      <TextField
        label={words('label')}
        hint={words('labelHint')}
        maxLength={80}
        autoComplete="off"
        error={errors.label?.message}
        {...register('label', { required: words('required.label') })}
      />
      <BrandFields known={known} />
      <TextField
        label={words('gatewayMerchantId')}
        hint={words('gatewayMerchantIdHint')}
        maxLength={30}
        spellCheck={false}
        autoCapitalize="none"
        autoComplete="off"
        error={errors.gatewayMerchantId?.message}
        {...register('gatewayMerchantId', { required: words('required.gatewayMerchantId') })}
      />
      <Controller
        control={control}
        name="refundWindow"
        render={({ field: { onChange, value } }) => (
          <RadioCards
            label={words('windowLegend')}
            value={value}
            onChange={onChange}
            options={(['production', 'test'] as const).map((name) => ({
              value: name,
              title: words(`windowValue.${name}`),
              text: words(`windowText.${name}`),
            }))}
          />
        )}
      />
      <Controller
        control={control}
        name="mode"
        render={({ field: { onChange, value } }) => (
          <RadioCards
            label={words('modeLegend')}
            value={value}
            onChange={onChange}
            options={(['deferred', 'sale'] as const).map((name) => ({
              value: name,
              title: words(`modeValue.${name}`),
              text: words(`modeText.${name}`),
            }))}
          />
        )}
      />
    </>
  );
}
