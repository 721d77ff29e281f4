import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { LoadError } from '../app/load-error.tsx';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../ui/button.tsx';
import { DateField } from '../ui/date-field.tsx';
import { FileField } from '../ui/file-field.tsx';
import { Notice } from '../ui/notice.tsx';
import { Select } from '../ui/select.tsx';
import { isDay } from '../ui/swiss-day.ts';
import { TextArea } from '../ui/text-area.tsx';
import { ImportPreviewPanel } from './import-preview-panel.tsx';
import styles from './imports.module.css';
import { useImportError } from './use-import-error.ts';
import { type ListFields, useNewImport } from './use-new-import.ts';

const RATES = [1, 2, 5, 10, 20] as const;

/** The list, pasted or from a file; whatever is refused stays as it was typed. */
export function NewImportForm() {
  const words = useTranslations('imports');
  const trpc = useTRPC();
  const toError = useImportError();
  const connections = useQuery(trpc.imports.connections.queryOptions());
  const rows = connections.data?.rows ?? [];
  const merchantOf = (slug: string) => rows.find((one) => one.slug === slug)?.merchantId;
  const { checked, check, create, forget, start } = useNewImport(merchantOf);
  const [typed, setTyped] = useState<ListFields>({
    connection: '',
    text: '',
    file: null,
    authorizedFrom: '',
    perSecond: 2,
  });
  const fields = { ...typed, connection: typed.connection || (rows[0]?.slug ?? '') };
  const change = (some: Partial<ListFields>) => {
    setTyped({ ...fields, ...some });
    if (!('perSecond' in some)) {
      forget();
      check.reset();
    }
  };
  const error = toError(check.error ?? create.error);
  const isNoDay = fields.authorizedFrom !== '' && !isDay(fields.authorizedFrom);
  const isMissing = fields.file === null && fields.text.trim() === '';

  if (connections.error !== null) return <LoadError query={connections} />;
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!(isMissing || isNoDay || check.isPending)) check.mutate(fields);
      }}
    >
      <Select
        label={words('connection')}
        value={fields.connection}
        options={rows.map(({ slug, label }) => ({ value: slug, label }))}
        onChange={({ target }) => change({ connection: target.value })}
      />
      <FileField
        label={words('file')}
        dropText={words('dropText')}
        accept=".csv,.txt,text/csv,text/plain"
        error={fields.file !== null && error?.field === 'list' ? error.text : undefined}
        onFile={(file) => change({ file })}
      />
      <TextArea
        label={words('pasted')}
        hint={words('pastedHint')}
        rows={8}
        spellCheck={false}
        value={fields.text}
        error={fields.file === null && error?.field === 'list' ? error.text : undefined}
        onChange={({ target }) => change({ text: target.value, file: null })}
      />
      <DateField
        label={words('authorizedFrom')}
        hint={words('authorizedFromHint')}
        value={fields.authorizedFrom}
        error={error?.field === 'date' ? error.text : undefined}
        onChange={(authorizedFrom) => change({ authorizedFrom })}
      />
      <Select
        label={words('rate')}
        hint={words('rateHint')}
        value={String(fields.perSecond)}
        options={RATES.map((rate) => ({
          value: String(rate),
          label: words('perSecond', { rate }),
        }))}
        onChange={({ target }) => change({ perSecond: Number(target.value) })}
      />
      {error?.field === null ? (
        <Notice tone="danger" role="alert">
          {error.text}
        </Notice>
      ) : null}
      <div className={styles.actions}>
        <Button
          type="submit"
          tone={checked === null ? 'primary' : 'plain'}
          isPending={check.isPending}
          reason={isMissing ? words('listMissing') : null}
        >
          {words('check')}
        </Button>
      </div>
      {checked === null ? null : (
        <ImportPreviewPanel
          preview={checked.preview}
          perSecond={fields.perSecond}
          isPending={create.isPending}
          onStart={() => start(fields.perSecond)}
        />
      )}
    </form>
  );
}
