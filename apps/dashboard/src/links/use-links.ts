import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useTRPC, useTRPCClient } from '../app/trpc.ts';
import type { linkStates } from './link.ts';

type LinkFilter = {
  readonly state?: (typeof linkStates)[number][];
  readonly search?: string;
};

/** The pages of links read so far, as one list. Old rows stay while others are being read. */
export function useLinks(filter: LinkFilter) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const list = useInfiniteQuery({
    queryKey: trpc.links.list.infiniteQueryKey(filter),
    queryFn: ({ pageParam, signal }) =>
      client.links.list.query({ ...filter, cursor: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
  return { ...list, rows: list.data?.pages.flatMap(({ rows }) => rows) };
}
