import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useTRPC, useTRPCClient } from '../app/trpc.ts';
import { countKey, TotalsLine } from '../lists/totals-line.tsx';
import { type StepSearch, toStepCriteria } from './step-search.ts';
import { StepSumsLine } from './step-sums.tsx';

/** How many steps of each kind a filter leaves, and what those that succeeded add up to. */
export function StepTotals({ search }: { readonly search: StepSearch }) {
  const words = useTranslations('payments.steps');
  const trpc = useTRPC();
  const client = useTRPCClient();
  const criteria = toStepCriteria(search);
  const quick = useQuery(
    trpc.steps.totals.queryOptions(criteria, { placeholderData: keepPreviousData }),
  );
  return (
    <TotalsLine
      label={words('totalsLabel')}
      filter={JSON.stringify(criteria)}
      quick={quick}
      countExactly={() => client.steps.totals.query({ ...criteria, exact: true })}
      countText={(totals) => words(countKey(totals), { count: totals.count ?? 0 })}
    >
      {({ totals }) => <StepSumsLine sums={totals} />}
    </TotalsLine>
  );
}
