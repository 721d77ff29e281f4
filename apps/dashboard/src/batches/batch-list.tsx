import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { MoneyText } from '../ui/money-text.tsx';
import { useFormat } from '../ui/use-format.ts';
import type { Batch } from './batch.ts';
import { BatchState } from './batch-state.tsx';
import styles from './batches.module.css';

/** One file a row: what it orders, how far it is, what came of it. */
export function BatchList({ rows }: { readonly rows: readonly Batch[] }) {
  const words = useTranslations('batches');
  const format = useFormat();
  return (
    <div className={styles.box}>
      <table className={styles.table}>
        <caption className="visually-hidden">{words('title')}</caption>
        <thead>
          <tr>
            <th scope="col">{words('file')}</th>
            <th scope="col">{words('content')}</th>
            <th scope="col">{words('stateLabel')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((file) => (
            <tr key={file.id}>
              <th scope="row">
                <Link to="/batches/$fileId" params={{ fileId: file.id }}>
                  <bdi>{file.name}</bdi>
                </Link>
                <span className={styles.detail}>
                  {format.shortInstant(file.createdAt)} · <bdi>{file.by}</bdi>
                </span>
              </th>
              <td>
                {words(`kind.${file.kind}`)} · {words('records', { count: file.records })} ·{' '}
                <MoneyText minor={file.sum} />
                <span className={styles.detail}>
                  <bdi>{file.connection}</bdi>
                </span>
              </td>
              <td>
                <BatchState state={file.state} />
                <span className={styles.detail}>
                  <BatchProgress file={file} />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function BatchProgress({ file }: { readonly file: Batch }) {
  const words = useTranslations('batches');
  const format = useFormat();
  if (file.state === 'created') return words('notLeft');
  if (file.state === 'handed-over') {
    return words('waiting', { when: format.shortInstant(file.answerBy) });
  }
  const { succeeded, failed, unclear } = file.counts;
  return words('results', { succeeded, failed, unclear });
}
