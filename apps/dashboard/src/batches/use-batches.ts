import { useInfiniteQuery } from '@tanstack/react-query';
import { useTRPC, useTRPCClient } from '../app/trpc.ts';
import type { BatchDetail } from './batch.ts';

/** The files page by page, newest first. */
export function useBatches(enabled: boolean) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  return useInfiniteQuery({
    queryKey: [...trpc.batches.list.queryKey(), 'pages'],
    queryFn: ({ pageParam, signal }) =>
      client.batches.list.query({ cursor: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    enabled,
    staleTime: 0,
  });
}

/** The lines of a file page by page; what became of them changes with the file. */
export function useBatchLines({ id, state, counts }: BatchDetail) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  return useInfiniteQuery({
    queryKey: [...trpc.batches.lines.queryKey({ fileId: id }), 'pages', state, counts],
    queryFn: ({ pageParam, signal }) =>
      client.batches.lines.query({ fileId: id, cursor: pageParam }, { signal }),
    initialPageParam: 0,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}
