import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { followLive, type LiveState } from './live.ts';
import { useSignedOut } from './signed-out.ts';
import { useTRPC } from './trpc.ts';

/** A burst of hints is answered by one refetch. */
const gatherMs = 150;
/** A storm of them leaves every refetch the time to arrive before the next one begins. */
const restMs = 1000;

/** Keeps every visible figure up to date while somebody is signed in. */
export function useLive(): LiveState {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const isSignedOut = useSignedOut();
  const [state, setState] = useState<LiveState>('connecting');

  useEffect(() => {
    if (isSignedOut) return;
    const paymentIds = new Set<string>();
    let everything = false;
    let inbox = false;
    let exported = false;
    let linked = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last = Number.NEGATIVE_INFINITY;

    const refetch = () => {
      timer = undefined;
      last = performance.now();
      if (everything) void queryClient.invalidateQueries();
      else {
        if (linked || paymentIds.size > 0) {
          void queryClient.invalidateQueries(trpc.links.pathFilter());
        }
        if (exported) void queryClient.invalidateQueries(trpc.exports.list.pathFilter());
        if (inbox) void queryClient.invalidateQueries(trpc.notifications.pathFilter());
        // An export tells of its progress every second; no payment changes by it.
        if (inbox || paymentIds.size > 0) {
          void queryClient.invalidateQueries(trpc.payments.list.pathFilter());
          void queryClient.invalidateQueries(trpc.payments.totals.pathFilter());
          void queryClient.invalidateQueries(trpc.steps.pathFilter());
          void queryClient.invalidateQueries(trpc.overview.pathFilter());
          void queryClient.invalidateQueries(trpc.operations.pathFilter());
        }
        for (const paymentId of paymentIds) {
          void queryClient.invalidateQueries(trpc.payments.get.queryFilter({ paymentId }));
        }
      }
      everything = false;
      inbox = false;
      exported = false;
      linked = false;
      paymentIds.clear();
    };

    const stop = followLive({
      open: () => new EventSource('/events'),
      onState: setState,
      onChange: (change) => {
        if (change.type === 'all') everything = true;
        else if (change.type === 'inbox') inbox = true;
        else if (change.type === 'export') exported = true;
        else if (change.type === 'link') linked = true;
        else paymentIds.add(change.paymentId);
        timer ??= setTimeout(refetch, Math.max(gatherMs, last + restMs - performance.now()));
      },
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [isSignedOut, queryClient, trpc]);

  return state;
}
