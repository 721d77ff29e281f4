import { useFormContext } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { PasswordField } from '../ui/password-field.tsx';
import { Select } from '../ui/select.tsx';
import { useFormat } from '../ui/use-format.ts';
import type { ConnectionFields } from './connection-fields.ts';

type KeyFieldsProps = { readonly keysSetAt: number | null };

/** The two keys, write-only: what is stored never comes back to the browser. */
export function KeyFields({ keysSetAt }: KeyFieldsProps) {
  const words = useTranslations('connections');
  const format = useFormat();
  const { formState, getValues, register, watch } = useFormContext<ConnectionFields>();
  const { errors } = formState;
  const hint =
    keysSetAt === null ? words('keyHint') : words('keyKeep', { date: format.day(keysSetAt) });

  const checkLength = (key: string) => {
    if (key.trim() === '') return true;
    if (getValues('cipherKind') === 'aes') {
      return [16, 24, 32].includes(key.trim().length) || words('keyLengthAes');
    }
    return /^.{4,56}$/.test(key.trim()) || words('keyLength');
  };

  return (
    <>
      <Select
        label={words('cipherKind')}
        options={(['blowfish', 'aes'] as const).map((kind) => ({
          value: kind,
          label: words(`cipher.${kind}`),
        }))}
        {...register('cipherKind')}
      />
      <PasswordField
        label={words('encryptionKey')}
        hint={`${words(`keyRule.${watch('cipherKind')}`)} ${hint}`}
        autoComplete="off"
        error={errors.encryptionKey?.message}
        {...register('encryptionKey', {
          required: keysSetAt === null ? words('required.encryptionKey') : false,
          validate: checkLength,
        })}
      />
      <PasswordField
        label={words('hmacKey')}
        hint={`${words('keyRule.hmac')} ${hint}`}
        autoComplete="off"
        error={errors.hmacKey?.message}
        {...register('hmacKey', {
          required: keysSetAt === null ? words('required.hmacKey') : false,
        })}
      />
    </>
  );
}
