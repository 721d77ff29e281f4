import { useFormContext } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { TextField } from '../ui/text-field.tsx';
import type { ConnectionFields } from './connection-fields.ts';

const address =
  /^\s*(https:\/\/[^\s?#@&%+]+|http:\/\/(localhost|127\.0\.0\.1)[:/][^\s?#@&%+]*)?\s*$/;

/** Where the shop gets what is notified here: URLNotify is one address, and it is ours now. */
export function ForwardFields() {
  const words = useTranslations('connections');
  const { formState, register } = useFormContext<ConnectionFields>();
  return (
    <TextField
      label={words('forwardTo')}
      hint={words('forwardToHint')}
      type="url"
      maxLength={256}
      autoComplete="off"
      error={formState.errors.forwardTo?.message}
      {...register('forwardTo', { pattern: { value: address, message: words('refusedForward') } })}
    />
  );
}
