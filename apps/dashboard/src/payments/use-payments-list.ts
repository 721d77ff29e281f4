import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useTRPC } from '../app/trpc.ts';
import type { Payment } from './payment.ts';
import { type PaymentSearch, toListInput } from './payment-search.ts';

const pageSize = 100;

/** The pages read so far, as one list. Old rows stay while a filter, a page or a change is being read. */
export function usePaymentsList(search: PaymentSearch) {
  const trpc = useTRPC();
  const list = useInfiniteQuery(
    trpc.payments.list.infiniteQueryOptions(
      { ...toListInput(search), limit: pageSize },
      {
        getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
        placeholderData: keepPreviousData,
      },
    ),
  );
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
