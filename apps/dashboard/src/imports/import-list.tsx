import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useFormat } from '../ui/use-format.ts';
import { doneOf, type HistoryImport } from './import.ts';
import { ImportState } from './import-state.tsx';
import styles from './imports.module.css';

/** One import a row: which list, by whom, how far, what came of it. */
export function ImportList({ rows }: { readonly rows: readonly HistoryImport[] }) {
  const words = useTranslations('imports');
  const format = useFormat();
  return (
    <div className={styles.box}>
      <table className={styles.table}>
        <caption className="visually-hidden">{words('title')}</caption>
        <thead>
          <tr>
            <th scope="col">{words('list')}</th>
            <th scope="col">{words('begun')}</th>
            <th scope="col">{words('stateLabel')}</th>
            <th scope="col">{words('result')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((made) => (
            <tr key={made.id}>
              <th scope="row">
                <Link to="/imports/$importId" params={{ importId: made.id }}>
                  {made.name === '' ? words('pastedName') : <bdi>{made.name}</bdi>}
                </Link>
                <span className={styles.detail}>
                  <bdi>{made.connection}</bdi>
                </span>
              </th>
              <td>
                <time dateTime={new Date(made.createdAt).toISOString()}>
                  {format.shortInstant(made.createdAt)}
                </time>
                <span className={styles.detail}>
                  <bdi>{made.by}</bdi>
                </span>
              </td>
              <td>
                <ImportState state={made.state} />
                <span className={styles.detail}>
                  {words('progress', {
                    done: format.count(doneOf(made)),
                    total: format.count(made.lines),
                  })}
                </span>
              </td>
              <td>
                {words('summary', {
                  imported: format.count(made.counts.imported),
                  known: format.count(made.counts.known),
                  other: format.count(doneOf(made) - made.counts.imported - made.counts.known),
                })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
