import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Select } from '../ui/select.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { FormatFields } from './format-fields.tsx';
import styles from './reconciliation.module.css';
import type { StatementFormat, StatementPreview } from './statement.ts';
import { StatementPreviewPanel } from './statement-preview-panel.tsx';
import { StoreStatement } from './store-statement.tsx';
import { useStatementError } from './use-statement-error.ts';

type MappedStatementProps = { readonly uploadId: string; readonly merchantId: number };

/** How the file is read, as it looks or as somebody saved it, with what it says then. */
export function MappedStatement({ uploadId, merchantId }: MappedStatementProps) {
  const words = useTranslations('reconciliation');
  const shell = useTranslations('shell');
  const trpc = useTRPC();
  const toError = useStatementError();
  const [format, setFormat] = useState<StatementFormat | null>(null);
  const [mapping, setMapping] = useState('');
  const preview = useQuery(
    trpc.reconciliation.preview.queryOptions(
      { uploadId, format },
      { placeholderData: keepPreviousData, staleTime: Number.POSITIVE_INFINITY },
    ),
  );
  const saved = useQuery(trpc.reconciliation.mappings.queryOptions());
  const mappings = (saved.data?.rows ?? []).filter((one) => one.merchantId === merchantId);
  const error = toError(preview.error);
  // A way of reading that could not be tried leaves what was read before it, and what was chosen.
  const [lastRead, setLastRead] = useState<StatementPreview>();
  const isFresh = preview.data !== undefined && !preview.isPlaceholderData;
  if (isFresh && preview.data !== lastRead) setLastRead(preview.data);
  const data = preview.data ?? lastRead;
  // While a way of reading is tried out, the one tried before is shown below; what was chosen stays chosen.
  const isReading: boolean = preview.isFetching && !isFresh;
  const choose = (id: string) => {
    setMapping(id);
    setFormat(mappings.find((one) => one.id === id)?.format ?? null);
  };

  if (error !== null && data === undefined) {
    return (
      <Notice
        tone="danger"
        role="alert"
        actions={<Button onPress={() => void preview.refetch()}>{shell('tryAgain')}</Button>}
      >
        {error}
      </Notice>
    );
  }
  if (data === undefined) return <Skeleton rows={6} />;
  return (
    <>
      {data.importedBefore === null ? null : (
        <Notice tone="danger" role="alert">
          {words('fileProblem.same-file')}
        </Notice>
      )}
      <section className={styles.panel} aria-labelledby="statement-format">
        <h2 id="statement-format">{words('format')}</h2>
        {mappings.length === 0 ? null : (
          <div className={styles.form}>
            <Select
              label={words('mapping')}
              value={mapping}
              options={[
                { value: '', label: words('asItLooks') },
                ...mappings.map(({ id, name }) => ({
                  value: id,
                  label: words('plain', { value: name }),
                })),
              ]}
              onChange={({ target }) => choose(target.value)}
            />
          </div>
        )}
        <FormatFields
          preview={!isFresh && format !== null ? { ...data, format } : data}
          onChange={setFormat}
        />
        {error === null ? null : (
          <Notice
            tone="danger"
            role="alert"
            actions={<Button onPress={() => void preview.refetch()}>{shell('tryAgain')}</Button>}
          >
            {error}
          </Notice>
        )}
      </section>
      <StatementPreviewPanel preview={data} />
      <StoreStatement
        uploadId={uploadId}
        preview={data}
        isReading={isReading}
        problem={error}
        connections={(saved.data?.connections ?? []).filter((one) => one.merchantId === merchantId)}
      />
    </>
  );
}
