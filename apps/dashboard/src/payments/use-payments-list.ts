import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useTRPC, useTRPCClient } from '../app/trpc.ts';
import type { Payment } from './payment.ts';
import { type PaymentSearch, toListInput } from './payment-search.ts';

export const pageSize = 100;

/** The pages read so far, as one list. Old rows stay while a filter, a page or a change is being read. */
export function usePaymentsList(search: PaymentSearch) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const input = { ...toListInput(search), limit: pageSize };
  // Read by hand: the library adds a direction to the input, which the server rightly refuses.
  const list = useInfiniteQuery({
    queryKey: trpc.payments.list.infiniteQueryKey(input),
    queryFn: ({ pageParam, signal }) =>
      client.payments.list.query({ ...input, cursor: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
  const rows = useMemo(() => rowsOf(list.data), [list.data]);
  const { hasNextPage, isFetching, fetchNextPage } = list;
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);

  return { ...list, rows, loadMore };
}

type Pages = { readonly pages: readonly { readonly rows: readonly Payment[] }[] };

function rowsOf(data: Pages | undefined): readonly Payment[] {
  return data?.pages.flatMap(({ rows }) => rows) ?? [];
}
