import { moneyFigures } from 'paygate-payments';
import { useTranslations } from 'use-intl';
import { MoneyText } from '../ui/money-text.tsx';
import { useFormat } from '../ui/use-format.ts';
import { FigureLink } from './figure-link.tsx';
import type { Figures } from './report.ts';
import styles from './report-table.module.css';
import type { RowsWish } from './rows-search.ts';

export type FiguresLine = {
  readonly key: string;
  readonly label: string;
  readonly figures: Figures;
  readonly scope: Pick<RowsWish, 'from' | 'to' | 'merchantId' | 'connection'>;
};

type FiguresTableProps = {
  readonly caption: string;
  readonly head: string;
  readonly lines: readonly FiguresLine[];
  readonly total: FiguresLine;
};

/** The six sums of each line, their total below: what a chart shows, to read and to follow. */
export function FiguresTable({ caption, head, lines, total }: FiguresTableProps) {
  const words = useTranslations('reports');
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {moneyFigures.map((figure) => (
              <th key={figure} scope="col" className={styles.number}>
                {words(`column.${figure}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.key} line={line} />
          ))}
        </tbody>
        <tfoot>
          <Line line={total} />
        </tfoot>
      </table>
    </div>
  );
}

function Line({ line: { label, figures, scope } }: { readonly line: FiguresLine }) {
  const words = useTranslations('reports');
  const format = useFormat();
  return (
    <tr>
      <th scope="row">{label}</th>
      {moneyFigures.map((figure) => {
        const { count, amount } = figures[figure];
        return (
          <td key={figure} className={styles.number} data-figure={figure}>
            <FigureLink
              wish={{ figure, ...scope }}
              count={count}
              label={words('cell', {
                figure: words(`figure.${figure}`),
                label,
                amount: format.money(amount),
                count,
              })}
              className={count === 0 ? styles.none : styles.cell}
            >
              <MoneyText minor={amount} code={false} />
            </FigureLink>
          </td>
        );
      })}
    </tr>
  );
}
