import { useTranslations } from 'use-intl';
import { Notice } from '../ui/notice.tsx';
import styles from './reconciliation.module.css';
import { type StatementPreview, statementFields } from './statement.ts';

const known = [
  'date',
  'date-ambiguous',
  'date-too-old',
  'amount',
  'missing',
  'currency',
  'other-merchant',
  'no-name',
  'too-long',
  'second-total',
  'no-total',
] as const;

/** Lines that cannot be read, each with its field and the reason. While there is one, nothing is stored. */
export function ProblemTable({ preview }: { readonly preview: StatementPreview }) {
  const words = useTranslations('reconciliation');
  const { problems, problemCount } = preview;
  const say = (problem: string): string =>
    words(`lineProblem.${known.find((one) => one === problem) ?? 'missing'}`);
  const fieldName = (field: string): string | null => {
    const column = statementFields.find((one) => one === field);
    if (column !== undefined) return words(`field.${column}`);
    return field === 'count' ? words('total.count') : null;
  };
  return (
    <>
      <Notice tone="danger" role="status">
        {words('faulty', { count: problemCount })}
      </Notice>
      <div className={styles.box}>
        <table className={styles.table}>
          <caption className="visually-hidden">{words('faulty', { count: problemCount })}</caption>
          <thead>
            <tr>
              <th scope="col">{words('line')}</th>
              <th scope="col">{words('reason')}</th>
              <th scope="col">{words('asWritten')}</th>
            </tr>
          </thead>
          <tbody>
            {problems.map(({ line, field, problem, raw }) => (
              <tr key={`${line} ${field}`}>
                <th scope="row" className={styles.line}>
                  {words('lineNumber', { line })}
                </th>
                <td>
                  {fieldName(field) === null ? null : <>{fieldName(field)}: </>}
                  {say(problem)}
                </td>
                <td>
                  <code className={styles.raw}>{raw}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
