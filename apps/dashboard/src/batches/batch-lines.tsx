import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { LoadError } from '../app/load-error.tsx';
import { Button } from '../ui/button.tsx';
import { MoneyText } from '../ui/money-text.tsx';
import type { BatchDetail } from './batch.ts';
import styles from './batches.module.css';
import { useBatchLines } from './use-batches.ts';

/** Every line of a file and what became of it. */
export function BatchLines({ file }: { readonly file: BatchDetail }) {
  const words = useTranslations('batches');
  const list = useBatchLines(file);
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  if (list.error !== null) return <LoadError query={list} />;
  return (
    <section className={styles.section} aria-label={words('linesTitle')}>
      <h2>{words('linesTitle')}</h2>
      <div className={styles.box}>
        <table id="batch-lines" className={styles.table}>
          <caption className="visually-hidden">{words('linesTitle')}</caption>
          <thead>
            <tr>
              <th scope="col">{words('line')}</th>
              <th scope="col">{words('payment')}</th>
              <th scope="col">{words('amount')}</th>
              <th scope="col">{words('stateLabel')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.line}>
                <th scope="row">{words('lineNumber', { line: row.line })}</th>
                <td>
                  <Link to="/payments/$paymentId" params={{ paymentId: row.paymentId }}>
                    <bdi>{row.refNr ?? row.transId}</bdi>
                  </Link>
                </td>
                <td>
                  <MoneyText minor={row.amount} />
                </td>
                <td>
                  {words(`lineState.${row.state}`)} {row.code}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {list.hasNextPage ? (
        <Button isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
          {words('more')}
        </Button>
      ) : null}
    </section>
  );
}
