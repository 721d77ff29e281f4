import { useTranslations } from 'use-intl';
import { MoneyText } from '../ui/money-text.tsx';
import { Notice } from '../ui/notice.tsx';
import { useFormat } from '../ui/use-format.ts';
import styles from './reconciliation.module.css';
import { type Statement, totalFields } from './statement.ts';

/** What the lines add up to, beside what the file states about itself. */
export function StatementTotals({ statement }: { readonly statement: Statement }) {
  const words = useTranslations('reconciliation');
  const format = useFormat();
  const { added, stated, totalDifferences } = statement;
  const isStated = totalFields.some((field) => stated[field] !== null);
  const show = (field: (typeof totalFields)[number], value: number) =>
    field === 'count' ? format.count(value) : <MoneyText minor={value} />;
  return (
    <section className={styles.panel} aria-labelledby="statement-totals">
      <h2 id="statement-totals">{words('totals')}</h2>
      <p className={styles.detail}>
        {words('days', {
          from: format.day(statement.from + 7_200_000),
          to: format.day(statement.until - 7_200_000),
        })}{' '}
        · {words(`dayKind.${statement.dayKind}`)}
        {statement.skipped === 0
          ? null
          : ` · ${words('skippedSome', { count: statement.skipped })}`}
      </p>
      {isStated ? (
        totalDifferences.length === 0 ? (
          <Notice tone="success">{words('totalsAgree')}</Notice>
        ) : (
          <Notice tone="danger">{words('totalsDiffer')}</Notice>
        )
      ) : (
        <p>{words('noTotals')}</p>
      )}
      <div className={styles.box}>
        <table className={styles.table}>
          <caption className="visually-hidden">{words('totals')}</caption>
          <thead>
            <tr>
              <th scope="col">{words('figure')}</th>
              <th scope="col" className={styles.number}>
                {words('addedUp')}
              </th>
              <th scope="col" className={styles.number}>
                {words('stated')}
              </th>
              <th scope="col" className={styles.number}>
                {words('difference')}
              </th>
            </tr>
          </thead>
          <tbody>
            {totalFields.map((field) => {
              const said = stated[field];
              return (
                <tr key={field}>
                  <th scope="row">{words(`total.${field}`)}</th>
                  <td className={styles.number}>
                    <span className={styles.label}>{words('addedUp')}: </span>
                    {show(field, added[field])}
                  </td>
                  <td className={styles.number}>
                    <span className={styles.label}>{words('stated')}: </span>
                    {said === null ? '–' : show(field, said)}
                  </td>
                  <td className={styles.number}>
                    <span className={styles.label}>{words('difference')}: </span>
                    {said === null ? '–' : show(field, said - added[field])}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
