import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useTRPC, useTRPCClient } from '../app/trpc.ts';
import type { NotificationSearch } from './notification-search.ts';

const pageSize = 50;

/** The pages read so far, as one list. Old rows stay while others are being read. */
export function useNotifications(search: NotificationSearch, mayRead: boolean) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const input = { ...search, limit: pageSize };
  const list = useInfiniteQuery({
    queryKey: trpc.notifications.list.infiniteQueryKey(input),
    queryFn: ({ pageParam, signal }) =>
      client.notifications.list.query({ ...input, cursor: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    enabled: mayRead,
  });
  return { ...list, rows: list.data?.pages.flatMap(({ rows }) => rows) };
}
