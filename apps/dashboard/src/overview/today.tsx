import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { LoadError } from '../app/load-error.tsx';
import { useTRPC } from '../app/trpc.ts';
import { classNames } from '../ui/class-names.ts';
import { MoneyText } from '../ui/money-text.tsx';
import { useFormat } from '../ui/use-format.ts';
import { Figure } from './figure.tsx';
import styles from './figures.module.css';
import boxes from './overview.module.css';
import type { Today } from './overview.ts';

const money = ['captured', 'refunded', 'released', 'expired'] as const;
const failures = ['failed', 'declined'] as const;

/** What was moved and what failed today, each number a link to its steps. */
export function TodayFigures() {
  const words = useTranslations('overview');
  const trpc = useTRPC();
  const today = useQuery(trpc.reports.today.queryOptions());
  return (
    <section aria-labelledby="today" className={boxes.section}>
      <h2 id="today">{words('today')}</h2>
      <LoadError query={today} />
      {today.data === undefined ? null : <Numbers today={today.data} />}
    </section>
  );
}

function Numbers({ today }: { readonly today: Today }) {
  const words = useTranslations('overview');
  const format = useFormat();
  const rowsOf = (figure: string) => ({
    to: '/reports/rows' as const,
    search: {
      figure,
      from: new Date(today.from).toISOString(),
      to: new Date(today.to).toISOString(),
    },
  });
  return (
    <nav aria-label={words('today')} className={classNames(styles.figures, styles.thirds)}>
      {money.map((name) => {
        const { amount, count } = today.figures[name];
        return (
          <Figure
            key={name}
            label={words(`todayOf.${name}`)}
            text={words('weekAgo', {
              amount: format.money(today.weekAgo.figures[name].amount),
              until: format.time(today.weekAgo.to),
            })}
            level={name === 'expired' && count > 0 ? 'urgent' : 'calm'}
            to={count === 0 ? null : rowsOf(name)}
          >
            <MoneyText minor={amount} />
          </Figure>
        );
      })}
      {failures.map((name) => {
        const { count, of } = today[name];
        return (
          <Figure
            key={name}
            label={words(`todayOf.${name}`)}
            text={words(`todayShare.${name}`, { of: format.count(of), total: of })}
            level={count > 0 ? 'soon' : 'calm'}
            to={count === 0 ? null : rowsOf(name)}
          >
            {format.count(count)}
          </Figure>
        );
      })}
    </nav>
  );
}
