import { useTranslations } from 'use-intl';
import { MoneyText } from '../ui/money-text.tsx';
import { Notice } from '../ui/notice.tsx';
import { useFormat } from '../ui/use-format.ts';
import { ProblemTable } from './problem-table.tsx';
import styles from './reconciliation.module.css';
import type { StatementPreview } from './statement.ts';

const formatProblems = [
  'no-name-column',
  'no-amount-column',
  'column-missing',
  'decimal-ambiguous',
  'no-details',
] as const;

/** What the file says when it is read like this: its first lines, its sums, and what is wrong. */
export function StatementPreviewPanel({ preview }: { readonly preview: StatementPreview }) {
  const words = useTranslations('reconciliation');
  const format = useFormat();
  const { added, formatProblem, problemCount, sample, skipped, stated } = preview;
  const unfit = formatProblems.find((known) => known === formatProblem?.problem);
  if (formatProblem !== null) {
    return (
      <Notice tone="warning" role="status">
        {words(`fileProblem.${unfit ?? 'column-missing'}`)}
      </Notice>
    );
  }
  return (
    <section className={styles.panel} aria-labelledby="statement-preview">
      <h2 id="statement-preview">{words('previewTitle')}</h2>
      <p role="status">
        {words('previewText', { count: added.count, lines: format.count(added.count) })}{' '}
        {words('total.amount')} <MoneyText minor={added.amount} /> · {words('total.fee')}{' '}
        <MoneyText minor={added.fee} />
        {stated.amount === null ? null : (
          <>
            {' · '}
            {words('stated')} <MoneyText minor={stated.amount} />
          </>
        )}
      </p>
      {skipped.length === 0 ? null : (
        <p className={styles.detail}>
          {words('skippedKinds')}{' '}
          {skipped.map(({ kind, count }, at) => (
            <span key={kind}>
              {at === 0 ? '' : ', '}
              <code>{kind === '' ? '–' : kind}</code> × {format.count(count)}
            </span>
          ))}
        </p>
      )}
      {problemCount === 0 ? null : <ProblemTable preview={preview} />}
      {sample.length === 0 ? null : (
        <div className={styles.box}>
          <table className={styles.table}>
            <caption className="visually-hidden">{words('previewTitle')}</caption>
            <thead>
              <tr>
                <th scope="col">{words('what')}</th>
                <th scope="col">{words('field.date')}</th>
                <th scope="col" className={styles.number}>
                  {words('theirs')}
                </th>
              </tr>
            </thead>
            <tbody>
              {sample.map((line) => (
                <tr key={line.line}>
                  <th scope="row">
                    <bdi className="identifier">{line.name}</bdi>
                    <span className={styles.detail}>
                      {words('lineNumber', { line: line.line })} · {words(`kind.${line.kind}`)}
                    </span>
                  </th>
                  <td>{line.at === null ? words('noDate') : format.instant(line.at)}</td>
                  <td className={styles.number}>
                    <MoneyText minor={line.amount} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
