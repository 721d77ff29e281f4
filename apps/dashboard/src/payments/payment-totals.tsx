import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useTRPC, useTRPCClient } from '../app/trpc.ts';
import { countKey, TotalsLine } from '../lists/totals-line.tsx';
import { type PaymentSearch, toCriteria } from './payment-search.ts';
import { SumsLine } from './sums-line.tsx';

/** Count and sums of the payments of a filter, per currency. */
export function PaymentTotals({ search }: { readonly search: PaymentSearch }) {
  const words = useTranslations('payments.totals');
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
      {({ totals }) => <SumsLine sums={totals} />}
    </TotalsLine>
  );
}
