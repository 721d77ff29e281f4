import { useFormContext } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { PersonFields } from './person-fields.ts';

type IdentityFieldsProps = {
  readonly merchants: readonly { readonly merchantId: number; readonly merchantName: string }[];
};

/** Who is invited, and where to. */
export function IdentityFields({ merchants }: IdentityFieldsProps) {
  const words = useTranslations('people');
  const { formState, register } = useFormContext<PersonFields>();
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
        label={words('name')}
        hint={words('nameHint')}
        maxLength={80}
        autoComplete="off"
        error={errors.name?.message}
        {...register('name', { validate: (text) => text.trim() !== '' || words('required.name') })}
      />
      <TextField
        label={words('email')}
        hint={words('emailHint')}
        type="email"
        maxLength={254}
        autoComplete="off"
        error={errors.email?.message}
        {...register('email', {
          required: words('required.email'),
          pattern: { value: /^\s*\S+@\S+\.\S+\s*$/, message: words('refused.email-shape') },
        })}
      />
    </>
  );
}
