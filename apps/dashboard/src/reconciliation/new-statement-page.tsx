import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { NoAccess } from '../app/no-access.tsx';
import { Page } from '../app/page.tsx';
import { useSession } from '../app/session.tsx';
import { uploadFile } from '../app/upload-file.ts';
import { BackLink } from '../ui/back-link.tsx';
import { FileField } from '../ui/file-field.tsx';
import { Select } from '../ui/select.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { MappedStatement } from './mapped-statement.tsx';
import styles from './reconciliation.module.css';
import { useStatementError } from './use-statement-error.ts';

/** `/reconciliation/new`: the file, how it is read, what it says, and only then it is stored. */
export function NewStatementPage() {
  const words = useTranslations('reconciliation');
  const { can } = useSession();
  return (
    <Page
      title={words('newTitle')}
      above={<BackLink to="/reconciliation">{words('toList')}</BackLink>}
    >
      {can('reports') ? <NewStatement /> : <NoAccess right="reports" />}
    </Page>
  );
}

function NewStatement() {
  const words = useTranslations('reconciliation');
  const { merchantsWith } = useSession();
  const toError = useStatementError();
  const merchants = merchantsWith('reports');
  const [merchantId, setMerchantId] = useState(merchants[0]?.merchantId ?? 0);
  const upload = useMutation({
    mutationFn: (file: File) => uploadFile(merchantId, file.name, file),
  });
  const error = toError(upload.error);
  return (
    <>
      <p className={styles.lead}>{words('newLead')}</p>
      <div className={styles.form}>
        {merchants.length < 2 ? null : (
          <Select
            label={words('merchant')}
            value={String(merchantId)}
            options={merchants.map((one) => ({
              value: String(one.merchantId),
              label: one.merchantName,
            }))}
            onChange={({ target }) => {
              setMerchantId(Number(target.value));
              upload.reset();
            }}
          />
        )}
        <FileField
          label={words('file')}
          dropText={words('dropText')}
          accept=".csv,.txt,.ctsf,text/csv,text/plain"
          error={error ?? undefined}
          onFile={(file) => upload.mutate(file)}
        />
      </div>
      {upload.isPending ? <Skeleton rows={4} /> : null}
      {upload.data === undefined ? null : (
        <MappedStatement key={upload.data} uploadId={upload.data} merchantId={merchantId} />
      )}
    </>
  );
}
