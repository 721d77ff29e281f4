import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useTRPC, useTRPCClient } from '../app/trpc.ts';
import { type StepSearch, toStepCriteria } from './step-search.ts';

const pageSize = 100;

/** The steps read so far, as one list. Old rows stay while a filter or a page is being read. */
export function useStepsList(search: StepSearch) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const { sort, order } = search;
  const input = { ...toStepCriteria(search), sort, order, limit: pageSize };
  // Read by hand: the library adds a direction to the input, which the server rightly refuses.
  const list = useInfiniteQuery({
    queryKey: trpc.steps.list.infiniteQueryKey(input),
    queryFn: ({ pageParam, signal }) =>
      client.steps.list.query({ ...input, cursor: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]);
  const { hasNextPage, isFetching, fetchNextPage } = list;
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);

  return { ...list, rows, loadMore };
}
