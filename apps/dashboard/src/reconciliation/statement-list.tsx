import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { Badge } from '../ui/badge.tsx';
import { MoneyText } from '../ui/money-text.tsx';
import { useFormat } from '../ui/use-format.ts';
import styles from './reconciliation.module.css';
import { openOf, type Statement } from './statement.ts';

/** One statement a row: its days, what it adds up to, and what is still open. */
export function StatementList({ rows }: { readonly rows: readonly Statement[] }) {
  const words = useTranslations('reconciliation');
  const format = useFormat();
  return (
    <div className={styles.box}>
      <table className={styles.table}>
        <caption className="visually-hidden">{words('title')}</caption>
        <thead>
          <tr>
            <th scope="col">{words('statement')}</th>
            <th scope="col">{words('period')}</th>
            <th scope="col" className={styles.number}>
              {words('sum')}
            </th>
            <th scope="col">{words('open')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((statement) => {
            const open = openOf(statement);
            return (
              <tr key={statement.id}>
                <th scope="row">
                  <Link to="/reconciliation/$statementId" params={{ statementId: statement.id }}>
                    <bdi>
                      {statement.name === '' ? statement.sha256.slice(0, 12) : statement.name}
                    </bdi>
                  </Link>
                  <span className={styles.detail}>
                    {words('importedBy', {
                      who: statement.by,
                      when: format.shortInstant(statement.createdAt),
                    })}
                  </span>
                </th>
                <td>
                  {words('days', {
                    from: format.day(statement.from + 7_200_000),
                    to: format.day(statement.until - 7_200_000),
                  })}
                  <span className={styles.detail}>{words(`dayKind.${statement.dayKind}`)}</span>
                </td>
                <td className={styles.number}>
                  <MoneyText minor={statement.added.amount} />
                </td>
                <td>
                  {open === 0 ? (
                    <Badge tone="success" icon="check-disc">
                      {words('nothingOpen')}
                    </Badge>
                  ) : (
                    <Badge tone="warning" icon="triangle">
                      {words('openSome', { count: open })}
                    </Badge>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
