import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '../ui/use-format.ts';
import { FigureLink } from './figure-link.tsx';
import styles from './report-table.module.css';
import type { RowsWish } from './rows-search.ts';
import { usePercent } from './use-percent.ts';

export type CountLine = {
  readonly key: string;
  readonly label: string;
  /** A second line in small: what a code means. */
  readonly hint?: string | undefined;
  readonly count: number;
  /** The number of which this is a share. */
  readonly of: number;
  readonly amount?: ReactNode;
  readonly wish: RowsWish;
};

type CountTableProps = {
  readonly caption: string;
  readonly head: string;
  readonly amountHead?: string;
  readonly lines: readonly CountLine[];
};

/** Counts with their share; each count leads to its rows. */
export function CountTable({ caption, head, amountHead, lines }: CountTableProps) {
  const words = useTranslations('reports');
  const percent = usePercent();
  const format = useFormat();
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col" className={styles.number}>
              {words('count')}
            </th>
            {amountHead === undefined ? null : (
              <th scope="col" className={styles.number}>
                {amountHead}
              </th>
            )}
            <th scope="col" className={styles.number}>
              {words('share')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, label, hint, count, of, amount, wish }) => (
            <tr key={key}>
              <th scope="row" className={styles.wrapping}>
                {label}
                {hint === undefined ? null : <span className={styles.hint}>{hint}</span>}
              </th>
              <td className={styles.number}>
                <FigureLink
                  wish={wish}
                  count={count}
                  label={words('countCell', { label, count })}
                  className={count === 0 ? styles.none : styles.cell}
                >
                  {format.count(count)}
                </FigureLink>
              </td>
              {amount === undefined ? null : <td className={styles.number}>{amount}</td>}
              <td className={styles.number}>{percent(count, of)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
