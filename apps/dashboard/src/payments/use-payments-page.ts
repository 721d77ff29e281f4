import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { toFailure } from '../app/failure.ts';
import { useTRPC } from '../app/trpc.ts';
import { type PaymentSearch, toListInput } from './payment-search.ts';

/** Where a page of the list lies: after or before a cursor; the first page has neither. */
export type PagePosition = { readonly after?: string; readonly before?: string };

const pageSize = 50;

/** One page of 50. `isLost`: its cursor is not one of this list. */
export function usePaymentsPage(search: PaymentSearch, { after, before }: PagePosition) {
  const trpc = useTRPC();
  const query = useQuery(
    trpc.payments.list.queryOptions(
      {
        ...toListInput(search),
        limit: pageSize,
        cursor: before ?? after ?? null,
        direction: before === undefined ? 'next' : 'previous',
      },
      { placeholderData: keepPreviousData },
    ),
  );
  const failure = query.error === null ? null : toFailure(query.error);
  const isLost =
    failure?.type === 'bad-input' && failure.fields.some(({ field }) => field === 'cursor');
  return { ...query, isLost };
}
