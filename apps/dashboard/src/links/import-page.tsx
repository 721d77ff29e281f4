import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Loaded } from '../app/loaded.tsx';
import { NoAccess } from '../app/no-access.tsx';
import { NoConnection } from '../app/no-connection.tsx';
import { Page } from '../app/page.tsx';
import { useSession } from '../app/session.tsx';
import { useTRPC } from '../app/trpc.ts';
import { BackLink } from '../ui/back-link.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { useFormat } from '../ui/use-format.ts';
import { endOfSwissDay } from './end-of-day.ts';
import { type ImportFields, ImportForm } from './import-form.tsx';
import { ImportPreview } from './import-preview.tsx';
import type { LinkConnections } from './link.ts';
import { ownCapture } from './link-fields.ts';
import { LinkTable } from './link-table.tsx';
import styles from './links.module.css';
import { resultFile } from './result-file.ts';
import { saveFile } from './save-file.ts';
import { useLinkError } from './use-link-error.ts';

/** One link per line of a file: checked first, then all of them or none. */
export function ImportPage() {
  const words = useTranslations('links');
  const { can } = useSession();
  const trpc = useTRPC();
  const connections = useQuery(
    trpc.links.connections.queryOptions(undefined, { enabled: can('link') }),
  );
  return (
    <Page title={words('importTitle')} above={<BackLink to="/links">{words('back')}</BackLink>}>
      {!can('link') ? (
        <NoAccess right="link" />
      ) : (
        <Loaded query={connections}>
          {(found) => (found.rows.length === 0 ? <NoConnection /> : <Import connections={found} />)}
        </Loaded>
      )}
    </Page>
  );
}

function Import({ connections }: { readonly connections: LinkConnections }) {
  const words = useTranslations('links');
  const format = useFormat();
  const { textOf } = useLinkError();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const key = useRef('');
  const [checked, setChecked] = useState<ImportFields | null>(null);
  const preview = useMutation(trpc.links.previewImport.mutationOptions());
  const create = useMutation(
    trpc.links.createImport.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.links.pathFilter()),
    }),
  );
  const toInput = (fields: ImportFields) => ({
    connection: fields.connection,
    text: fields.text,
    language: fields.language,
    validUntil: endOfSwissDay(fields.validUntil) ?? 0,
    capture: ownCapture(connections.rows.find(({ slug }) => slug === fields.connection)),
  });

  if (create.data !== undefined) {
    const { rows } = create.data;
    return (
      <>
        <Notice
          tone="success"
          role="status"
          actions={
            <Button onPress={() => saveFile('twint-links.csv', resultFile(rows), 'text/csv')}>
              {words('importSave')}
            </Button>
          }
        >
          {words('importDone', { count: rows.length })}
        </Notice>
        <LinkTable links={rows} />
      </>
    );
  }
  const error = create.error ?? preview.error;
  return (
    <>
      <p className={styles.lead}>{words('importLead')}</p>
      {error === null ? null : (
        <Notice tone="danger" role="alert">
          {textOf(error)}
        </Notice>
      )}
      <ImportForm
        connections={connections}
        isPending={preview.isPending}
        onChange={() => {
          setChecked(null);
          preview.reset();
          create.reset();
        }}
        onSubmit={(fields) => {
          key.current = crypto.randomUUID();
          setChecked(fields);
          preview.mutate(toInput(fields));
        }}
      />
      {preview.data === undefined || checked === null ? null : (
        <>
          <p role="status">
            {words('importSum', {
              count: preview.data.lines.length,
              sum: format.money(preview.data.sum),
            })}
          </p>
          <ImportPreview lines={preview.data.lines} />
          <div>
            <Button
              tone="primary"
              size="large"
              isPending={create.isPending}
              reason={
                preview.data.faulty > 0
                  ? words('importFaulty', { count: preview.data.faulty })
                  : null
              }
              onPress={() => create.mutate({ ...toInput(checked), key: key.current })}
            >
              {words('importSubmit', { count: preview.data.lines.length })}
            </Button>
          </div>
        </>
      )}
    </>
  );
}
