import { moneyFigures } from 'paygate-payments';
import { useTranslations } from 'use-intl';
import { MoneyText } from '../ui/money-text.tsx';
import { useFormat } from '../ui/use-format.ts';
import { FigureLink } from './figure-link.tsx';
import type { Report } from './report.ts';
import type { scopeOf } from './report-search.ts';
import styles from './reports.module.css';

type ReportFiguresProps = {
  readonly report: Report;
  readonly scope: ReturnType<typeof scopeOf>;
};

/** The six sums of the whole range; net is captured less refunded. */
export function ReportFigures({ report, scope }: ReportFiguresProps) {
  const words = useTranslations('reports');
  const format = useFormat();
  const { from, to, total } = report;
  return (
    <ul className={styles.figures} aria-label={words('figures')}>
      {moneyFigures.map((figure) => (
        <li key={figure} className={styles.figure} data-figure={figure}>
          <span className={styles.figureLabel}>{words(`figure.${figure}`)}</span>
          <FigureLink
            wish={{ figure, from, to, ...scope }}
            count={total[figure].count}
            label={words('cell', {
              figure: words(`figure.${figure}`),
              label: words('total'),
              amount: format.money(total[figure].amount),
              count: total[figure].count,
            })}
            className={styles.figureNumber}
          >
            <MoneyText minor={total[figure].amount} />
          </FigureLink>
          <span className={styles.figureText}>
            {figure === 'net' ? words('netText') : words('steps', { count: total[figure].count })}
          </span>
        </li>
      ))}
    </ul>
  );
}
