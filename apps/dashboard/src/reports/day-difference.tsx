import { useTranslations } from 'use-intl';
import { MoneyText } from '../ui/money-text.tsx';
import { useFormat } from '../ui/use-format.ts';
import { FigureLink } from './figure-link.tsx';
import type { Report } from './report.ts';
import { type ReportSearch, scopeOf } from './report-search.ts';
import table from './report-table.module.css';
import styles from './reports.module.css';

const shown = ['captured', 'refunded'] as const;

type DayDifferenceProps = { readonly report: Report; readonly search: ReportSearch };

/** Why TWINT's statement differs from the calendar: one hour at each end, told to the last centime. */
export function DayDifference({ report, search }: DayDifferenceProps) {
  const words = useTranslations('reports.difference');
  const names = useTranslations('reports');
  const format = useFormat();
  const { eve, lastHour, calendar, twint } = report.edges;
  const scope = scopeOf(search);
  const lines = [
    { key: 'calendar', figures: calendar, span: { from: eve.to, to: lastHour.to }, sign: '' },
    { key: 'eve', figures: eve.figures, span: eve, sign: '+' },
    { key: 'lastHour', figures: lastHour.figures, span: lastHour, sign: '−' },
    { key: 'twint', figures: twint, span: { from: eve.from, to: lastHour.from }, sign: '=' },
  ] as const;
  return (
    <section aria-labelledby="day-difference" className={styles.section}>
      <h2 id="day-difference">{words('title')}</h2>
      <p className={styles.lead}>{words('text')}</p>
      <div className={table.scroll}>
        <table className={table.table}>
          <caption className="visually-hidden">{words('title')}</caption>
          <thead>
            <tr>
              <th scope="col">{words('what')}</th>
              {shown.map((figure) => (
                <th key={figure} scope="col" className={table.number}>
                  {names(`column.${figure}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ key, figures, span, sign }) => {
              const label = words(key, {
                from: format.instant(span.from),
                to: format.instant(span.to),
              });
              return (
                <tr key={key} data-line={key}>
                  <th scope="row" className={table.wrapping}>
                    <span className={table.sign}>{sign}</span> {label}
                  </th>
                  {shown.map((figure) => (
                    <td key={figure} className={table.number} data-figure={figure}>
                      <FigureLink
                        wish={{ figure, from: span.from, to: span.to, ...scope }}
                        count={figures[figure].count}
                        label={names('cell', {
                          figure: names(`figure.${figure}`),
                          label,
                          amount: format.money(figures[figure].amount),
                          count: figures[figure].count,
                        })}
                        className={figures[figure].count === 0 ? table.none : table.cell}
                      >
                        <MoneyText minor={figures[figure].amount} code={false} />
                      </FigureLink>
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
