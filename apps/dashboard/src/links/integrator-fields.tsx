import { useFormContext } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { TextField } from '../ui/text-field.tsx';
import type { LinkFields } from './link-fields.ts';
import styles from './links.module.css';

/** What only somebody who integrates a shop needs; open while one of them is refused. */
export function IntegratorFields() {
  const words = useTranslations('links');
  const { formState, register } = useFormContext<LinkFields>();
  const { errors } = formState;
  const isWrong = errors.userData ?? errors.plain ?? errors.custom;
  return (
    <details className={styles.more} open={isWrong === undefined ? undefined : true}>
      <summary>{words('section.integrators')}</summary>
      <div className={styles.fields}>
        <TextField
          label={words('userData')}
          hint={words('userDataHint')}
          maxLength={1024}
          error={errors.userData?.message}
          {...register('userData')}
        />
        <TextField
          label={words('plain')}
          hint={words('plainHint')}
          maxLength={50}
          error={errors.plain?.message}
          {...register('plain')}
        />
        <TextField
          label={words('custom')}
          hint={words('customHint')}
          maxLength={1024}
          error={errors.custom?.message}
          {...register('custom')}
        />
      </div>
    </details>
  );
}
