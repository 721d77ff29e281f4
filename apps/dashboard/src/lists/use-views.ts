import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTRPC, useTRPCClient } from '../app/trpc.ts';
import type { Habits, ListName } from './list-layout.ts';

const noHabits: Habits = { plain: null, changed: null, lastView: null, defaultView: null };
const none = { views: [], merchantId: 0, mayShare: false, habits: noHabits };

/** The saved views of a list and what it was left like; without them the list works too. */
export function useViews(list: ListName) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const input = { list };
  const query = useQuery(trpc.views.list.queryOptions(input, { staleTime: 60_000 }));
  const key = trpc.views.list.queryKey(input);
  const refresh = () => queryClient.invalidateQueries({ queryKey: key });
  const options = { retry: false, networkMode: 'always', onSuccess: refresh } as const;
  const save = useMutation(trpc.views.save.mutationOptions(options));
  const remove = useMutation(trpc.views.remove.mutationOptions(options));
  const unsaid = useRef<Partial<Habits> | null>(null);
  const { mutate } = useMutation({
    retry: false,
    // One after the other: of two choices the later one has the last word, also where answers are slow.
    scope: { id: `remember-${list}` },
    mutationFn: async () => {
      const said = unsaid.current;
      unsaid.current = null;
      if (said !== null) await client.views.remember.mutate({ ...input, ...said });
    },
  });

  return {
    ...(query.data ?? none),
    list,
    isPending: query.isPending,
    save,
    remove,
    /** Takes effect at once; what cannot be stored is forgotten with this page. */
    remember: (said: Partial<Habits>) => {
      // What is being read again was asked for before this was chosen.
      if (query.data !== undefined) void queryClient.cancelQueries({ queryKey: key });
      queryClient.setQueryData(key, (known) => ({
        ...(known ?? none),
        habits: { ...(known ?? none).habits, ...said },
      }));
      // What is chosen while an answer is awaited goes together: a queue of clicks would outlast a sign-out.
      const isWaiting = unsaid.current !== null;
      unsaid.current = { ...unsaid.current, ...said };
      if (!isWaiting) mutate();
    },
  };
}
export type UseViews = ReturnType<typeof useViews>;
