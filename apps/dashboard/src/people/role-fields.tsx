import { Controller, useFormContext } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { AmountField } from '../ui/amount-field.tsx';
import { RadioCards } from '../ui/radio-cards.tsx';
import { type Roles, refunds } from './person.ts';
import { isLimit, type PersonFields } from './person-fields.ts';

/** What the person may do; limits only where the role gives money back. */
export function RoleFields({ roles }: { readonly roles: Roles }) {
  const words = useTranslations('people');
  const shell = useTranslations('shell');
  const { control, formState, watch } = useFormContext<PersonFields>();
  const { errors } = formState;
  return (
    <>
      <Controller
        control={control}
        name="role"
        rules={{ validate: (role) => role !== null || words('required.role') }}
        render={({ field: { onChange, value, ref } }) => (
          <RadioCards
            ref={ref}
            label={words('role')}
            value={value}
            onChange={onChange}
            error={errors.role?.message}
            options={roles.map(({ role }) => ({
              value: role,
              title: shell(`role.${role}`),
              text: words(`roleText.${role}`),
            }))}
          />
        )}
      />
      {refunds(roles, watch('role'))
        ? (['refundLimit', 'refundDailyLimit'] as const).map((name) => (
            <Controller
              key={name}
              control={control}
              name={name}
              rules={{ validate: (text) => isLimit(text) || words('required.limit') }}
              render={({ field }) => (
                <AmountField
                  label={words(name)}
                  hint={words(`${name}Hint`)}
                  currency="CHF"
                  error={errors[name]?.message}
                  {...field}
                />
              )}
            />
          ))
        : null}
    </>
  );
}
