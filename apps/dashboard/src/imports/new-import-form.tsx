import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Loaded } from '../app/loaded.tsx';
import { NoConnection } from '../app/no-connection.tsx';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../ui/button.tsx';
import { DateField } from '../ui/date-field.tsx';
import { FileField } from '../ui/file-field.tsx';
import { Notice } from '../ui/notice.tsx';
import { Select } from '../ui/select.tsx';
import { isDay } from '../ui/swiss-day.ts';
import { TextArea } from '../ui/text-area.tsx';
import type { ImportConnection } from './import.ts';
import { ImportPreviewPanel } from './import-preview-panel.tsx';
import styles from './imports.module.css';
import { useImportError } from './use-import-error.ts';
import { type ListFields, useNewImport } from './use-new-import.ts';

const RATES = [1, 2, 5, 10, 20] as const;

/** The list, once it is known which connections it can be about. */
export function NewImportForm() {
  const trpc = useTRPC();
  const connections = useQuery(trpc.imports.connections.queryOptions());
  return (
    <Loaded query={connections}>
      {({ rows }) =>
        rows[0] === undefined ? <NoConnection /> : <ListForm connections={rows} first={rows[0]} />
      }
    </Loaded>
  );
}

type ListFormProps = {
  readonly connections: readonly ImportConnection[];
  readonly first: ImportConnection;
};

/** The list, pasted or from a file; whatever is refused stays as it was typed. */
function ListForm({ connections, first }: ListFormProps) {
  const words = useTranslations('imports');
  const toError = useImportError();
  const { checked, check, create, forget, start } = useNewImport();
  const [fields, setFields] = useState<ListFields>({
    connection: first,
    text: '',
    file: null,
    authorizedFrom: '',
    perSecond: 2,
  });
  const change = (some: Partial<ListFields>) => {
    setFields({ ...fields, ...some });
    if (!('perSecond' in some)) forget();
  };
  const error = toError(check.error ?? create.error);
  const isNoDay = fields.authorizedFrom !== '' && !isDay(fields.authorizedFrom);
  const isMissing = fields.file === null && fields.text.trim() === '';

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
        value={fields.connection.slug}
        options={connections.map(({ slug, label }) => ({ value: slug, label }))}
        onChange={({ target }) => {
          const connection = connections.find(({ slug }) => slug === target.value);
          if (connection !== undefined) change({ connection });
        }}
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
