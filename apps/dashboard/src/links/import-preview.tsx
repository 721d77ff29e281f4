import { useTranslations } from 'use-intl';
import { useFormat } from '../ui/use-format.ts';
import type { ImportLines } from './link.ts';
import texts from './links.module.css';
import styles from './table.module.css';
import { useLinkError } from './use-link-error.ts';

/** What would become of each line, and what is wrong with it. */
export function ImportPreview({ lines }: { readonly lines: ImportLines['lines'] }) {
  const words = useTranslations('links');
  const format = useFormat();
  const { say } = useLinkError();
  return (
    <div className={styles.box}>
      <table className={styles.table}>
        <caption className="visually-hidden">{words('importText')}</caption>
        <thead>
          <tr>
            <th scope="col">{words('importLine')}</th>
            <th scope="col">{words('order')}</th>
            <th scope="col" className={styles.number}>
              {words('amount')}
            </th>
            <th scope="col">{words('importProblem')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.line}>
              <th scope="row">{line.line}</th>
              <td>
                <bdi>{line.refNr ?? line.orderDesc}</bdi>
                {line.problems.length === 0 ? null : <bdi className={texts.detail}>{line.raw}</bdi>}
              </td>
              <td className={styles.number}>
                {line.amount === null ? '–' : format.money(line.amount)}
              </td>
              <td>
                {line.problems.length === 0
                  ? words('importOk')
                  : line.problems.map(({ problem }) => say(problem)).join(' · ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
