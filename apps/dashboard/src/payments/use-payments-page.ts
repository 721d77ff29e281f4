import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTRPC } from '../app/trpc.ts';
import { type PagePosition, pageAt } from '../lists/list-start.ts';
import { type PaymentSearch, toListInput } from './payment-search.ts';

/** One page of 50 payments, and where the list was asked to begin. */
export function usePaymentsPage(search: PaymentSearch, position: PagePosition) {
  const trpc = useTRPC();
  const { start, part } = pageAt(position, search.sort);
  const query = useQuery(
    trpc.payments.list.queryOptions(
      { ...toListInput(search), ...part },
      { placeholderData: keepPreviousData },
    ),
  );
  return { ...query, start };
}
