import { useId } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { languageNames } from '../app/language-names.ts';
import { Button } from '../ui/button.tsx';
import { DateField } from '../ui/date-field.tsx';
import { describedBy, Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useFormat } from '../ui/use-format.ts';
import { ConnectionField } from './connection-field.tsx';
import { endOfSwissDay, swissDay } from './end-of-day.ts';
import { type LinkConnections, languages, type NewLink } from './link.ts';
import { firstConnection } from './link-fields.ts';
import styles from './links.module.css';

const month = 30 * 86_400_000;

export type ImportFields = {
  connection: string;
  text: string;
  validUntil: string;
  language: NewLink['language'];
};

type ImportFormProps = {
  readonly connections: LinkConnections;
  readonly isPending: boolean;
  readonly onChange: () => void;
  readonly onSubmit: (fields: ImportFields) => void;
};

/** The lines, pasted or from a file, and what all of them have in common. */
export function ImportForm({ connections, isPending, onChange, onSubmit }: ImportFormProps) {
  const words = useTranslations('links');
  const { now, lang } = useFormat();
  const id = useId();
  const form = useForm<ImportFields>({
    defaultValues: {
      connection: firstConnection(connections.rows, connections.last)?.slug ?? '',
      text: '',
      validUntil: swissDay(now + month),
      language: languages.find((known) => known === lang) ?? 'de',
    },
  });
  const { errors } = form.formState;
  const read = async (file: File | undefined) => {
    if (file === undefined) return;
    form.setValue('text', await file.text(), { shouldValidate: true });
    onChange();
  };
  return (
    <form
      className={`${styles.form} ${styles.more}`}
      noValidate
      onChange={onChange}
      onSubmit={(event) => void form.handleSubmit(onSubmit)(event)}
    >
      <ConnectionField
        connections={connections.rows}
        isOpen={form.watch('connection') === ''}
        error={errors.connection?.message}
        {...form.register('connection', { required: words('refused.connection') })}
      />
      <Field id={id} label={words('importText')} error={errors.text?.message}>
        <textarea
          id={id}
          className={styles.area}
          spellCheck={false}
          aria-invalid={errors.text === undefined ? undefined : true}
          aria-describedby={describedBy(id, errors.text?.message, undefined)}
          {...form.register('text', {
            validate: (text) => text.trim() !== '' || words('refused.empty'),
            maxLength: { value: 90_000, message: words('refused.too-long') },
          })}
        />
      </Field>
      <TextField
        label={words('importFile')}
        type="file"
        accept=".csv,.txt,text/csv,text/plain"
        onChange={(event) => void read(event.target.files?.[0])}
      />
      <Controller
        control={form.control}
        name="validUntil"
        rules={{
          validate: (text) => (endOfSwissDay(text) ?? 0) > now || words('refused.past'),
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
        {...form.register('language')}
      />
      <div>
        <Button type="submit" isPending={isPending}>
          {words('importCheck')}
        </Button>
      </div>
    </form>
  );
}
