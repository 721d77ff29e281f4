import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useSession } from '../app/session.tsx';
import { MoneyText } from '../ui/money-text.tsx';
import { useFormat } from '../ui/use-format.ts';
import type { ReportRow } from './report.ts';
import styles from './report-table.module.css';

type RowsTableProps = { readonly rows: readonly ReportRow[]; readonly isNet: boolean };

/** Single steps with their payment; the newest first. */
export function RowsTable({ rows, isNet }: RowsTableProps) {
  const words = useTranslations('reports.rows');
  const kinds = useTranslations('reports.kind');
  const { person } = useSession();
  const format = useFormat();
  const labelOf = (slug: string) =>
    person.connections.find((connection) => connection.slug === slug)?.label ?? slug;
  return (
    <section className={styles.scroll} aria-label={words('title')}>
      <table className={styles.table}>
        <caption className="visually-hidden">{words('title')}</caption>
        <thead>
          <tr>
            <th scope="col">{words('at')}</th>
            <th scope="col">{words('order')}</th>
            <th scope="col">{words('kind')}</th>
            <th scope="col" className={styles.number}>
              {words('amount')}
            </th>
            <th scope="col">{words('connection')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ paymentId, seq, at, kind, amount, refNr, transId, connection, detail }) => (
            <tr key={`${paymentId}/${seq}`}>
              <td>
                <time dateTime={new Date(at).toISOString()}>{format.instant(at)}</time>
              </td>
              <th scope="row">
                <Link to="/payments/$paymentId" params={{ paymentId }} className={styles.cell}>
                  <bdi>{refNr ?? transId}</bdi>
                </Link>
              </th>
              <td>
                {kinds(kind)}
                {kind === 'failed' || kind === 'abandoned' || kind === 'declined'
                  ? ` ${detail}`
                  : null}
              </td>
              <td className={styles.number}>
                <MoneyText minor={isNet && kind === 'refunded' ? -amount : amount} code={false} />
              </td>
              <td>{labelOf(connection)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
