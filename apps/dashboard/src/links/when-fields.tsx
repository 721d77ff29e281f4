import { Controller, useFormContext } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { languageNames } from '../app/language-names.ts';
import { DateField } from '../ui/date-field.tsx';
import { RadioCards } from '../ui/radio-cards.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { endOfSwissDay } from './end-of-day.ts';
import { type LinkConnection, languages } from './link.ts';
import { type LinkFields, ownCapture } from './link-fields.ts';

const modes = ['at-once', 'by-hand', 'after'] as const;
const longestHours = 168;

/** How long a link can be paid, in which language, and when its money is taken. */
export function WhenFields({ connection }: { readonly connection: LinkConnection | undefined }) {
  const words = useTranslations('links');
  const { control, formState, register, watch } = useFormContext<LinkFields>();
  const { errors } = formState;
  const own = ownCapture(connection);
  const isFree = connection?.captureParameter === 'yes';
  return (
    <>
      <Controller
        control={control}
        name="validUntil"
        rules={{
          validate: (text) => endOfSwissDay(text) !== null || words('refused.past'),
        }}
        render={({ field: { onChange, ref, value } }) => (
          <DateField
            ref={ref}
            label={words('validUntil')}
            value={value}
            error={errors.validUntil?.message}
            onChange={onChange}
          />
        )}
      />
      <Select
        label={words('language')}
        options={languages.map((value) => ({
          value,
          label: languageNames[value],
          lang: value,
        }))}
        {...register('language')}
      />
      <Controller
        control={control}
        name="capture"
        render={({ field: { onChange, value, ref } }) => (
          <RadioCards
            ref={ref}
            label={words('capture')}
            value={value}
            onChange={onChange}
            error={errors.capture?.message}
            options={modes.map((name) => ({
              value: name,
              title: words(`captureName.${name}`),
              text: words(`captureText.${name}`),
              disabledReason: isFree || name === own ? undefined : words('contractDecides'),
            }))}
          />
        )}
      />
      {watch('capture') === 'after' ? (
        <TextField
          label={words('hours')}
          hint={words('hoursHint')}
          inputMode="numeric"
          autoComplete="off"
          error={errors.captureHours?.message}
          {...register('captureHours', {
            validate: (text) => {
              if (!/^[1-9]\d{0,4}$/.test(text.trim())) return words('refused.hours');
              const fits = Number(text) <= longestHours;
              return fits || words('refused.longer-than-twint-holds');
            },
          })}
        />
      ) : null}
    </>
  );
}
