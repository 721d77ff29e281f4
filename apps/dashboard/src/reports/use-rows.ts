import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTRPC, useTRPCClient } from '../app/trpc.ts';
import type { RowsWish } from './rows-search.ts';

const pageSize = 100;

/** The rows read so far, with the count and sum of all of them. */
export function useRows(wish: RowsWish) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const input = { ...wish, limit: pageSize };
  // Read by hand: the library adds a direction to the input, which the server rightly refuses.
  const list = useInfiniteQuery({
    queryKey: trpc.reports.rows.infiniteQueryKey(input),
    queryFn: ({ pageParam, signal }) =>
      client.reports.rows.query({ ...input, cursor: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]);
  const { count = 0, amount = 0 } = list.data?.pages.at(-1) ?? {};
  return { ...list, rows, count, amount };
}
