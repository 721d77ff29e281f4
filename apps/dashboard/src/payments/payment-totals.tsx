import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useTRPC, useTRPCClient } from '../app/trpc.ts';
import { useFormat } from '../ui/use-format.ts';
import { type PaymentSearch, toCriteria } from './payment-search.ts';
import styles from './payment-totals.module.css';
import { countKey, TotalsLine } from './totals-line.tsx';

const sums = ['authorized', 'captured', 'refunded', 'remaining'] as const;

/** Count and sums of the payments of a filter, per currency. */
export function PaymentTotals({ search }: { readonly search: PaymentSearch }) {
  const words = useTranslations('payments.totals');
  const format = useFormat();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const criteria = toCriteria(search);
  const quick = useQuery(
    trpc.payments.totals.queryOptions(criteria, { placeholderData: keepPreviousData }),
  );
  return (
    <TotalsLine
      label={words('label')}
      filter={JSON.stringify(criteria)}
      quick={quick}
      countExactly={() => client.payments.totals.query({ ...criteria, exact: true })}
      countText={(totals) => words(countKey(totals), { count: totals.count ?? 0 })}
    >
      {({ totals }) =>
        totals.map((one) => (
          <dl key={one.currency} className={styles.sums}>
            {sums.map((name) => (
              <div key={name} className={styles.sum}>
                <dt>{words(name)}</dt>
                <dd>{format.money(one[name], one.currency)}</dd>
              </div>
            ))}
          </dl>
        ))
      }
    </TotalsLine>
  );
}
