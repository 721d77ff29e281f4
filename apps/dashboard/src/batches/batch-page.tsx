import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { LoadError } from '../app/load-error.tsx';
import { NoAccess } from '../app/no-access.tsx';
import { Page } from '../app/page.tsx';
import { useSession } from '../app/session.tsx';
import { useTRPC } from '../app/trpc.ts';
import { BackLink } from '../ui/back-link.tsx';
import { MoneyText } from '../ui/money-text.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useFormat } from '../ui/use-format.ts';
import type { BatchDetail } from './batch.ts';
import { BatchActions } from './batch-actions.tsx';
import { BatchAnswer } from './batch-answer.tsx';
import { BatchLines } from './batch-lines.tsx';
import { BatchState } from './batch-state.tsx';
import styles from './batches.module.css';

/** One file: its way through the world, its answer, and what became of every line. */
export function BatchPage() {
  const words = useTranslations('batches');
  const { can } = useSession();
  const trpc = useTRPC();
  const { fileId } = useParams({ from: '/desk/batches/$fileId' });
  const mayBatch = can('batch');
  const found = useQuery(trpc.batches.get.queryOptions({ fileId }, { enabled: mayBatch }));
  return (
    <Page
      title={
        found.data === undefined ? words('file') : words('oneTitle', { name: found.data.name })
      }
      above={<BackLink to="/batches">{words('toList')}</BackLink>}
    >
      {mayBatch ? <LoadError query={found} /> : <NoAccess right="batch" />}
      {mayBatch && found.data === undefined && found.error === null ? <Skeleton rows={6} /> : null}
      {found.data === undefined ? null : (
        <>
          <BatchFacts file={found.data} />
          {found.data.handedOverAt === null ? null : <BatchAnswer file={found.data} />}
          <BatchLines file={found.data} />
        </>
      )}
    </Page>
  );
}

function BatchFacts({ file }: { readonly file: BatchDetail }) {
  const words = useTranslations('batches');
  const format = useFormat();
  const { succeeded, failed, unclear } = file.counts;
  return (
    <section className={styles.panel} aria-label={words('file')}>
      <p>
        <BatchState state={file.state} /> {words(`kind.${file.kind}`)} ·{' '}
        {words('records', { count: file.records })} · <MoneyText minor={file.sum} />
      </p>
      <p className={styles.detail}>
        {words('made', { who: file.by, when: format.instant(file.createdAt) })} ·{' '}
        <bdi>{file.headMerchantId}</bdi> · {words('version', { version: file.version })} ·{' '}
        {format.bytes(file.bytes)}
      </p>
      <p className={styles.detail}>
        {words('digest')} <bdi className="identifier">{file.sha256}</bdi>
      </p>
      {file.handedOverAt === null ? null : (
        <p>{words('handedOver', { when: format.instant(file.handedOverAt) })}</p>
      )}
      {file.state === 'handed-over' ? (
        <p>{words('waiting', { when: format.instant(file.answerBy) })}</p>
      ) : null}
      {file.state === 'answered' ? <p>{words('results', { succeeded, failed, unclear })}</p> : null}
      {file.givenUpReason === null ? null : (
        <p>
          {words('givenUp')} <q>{file.givenUpReason}</q>
        </p>
      )}
      <BatchActions file={file} />
    </section>
  );
}
