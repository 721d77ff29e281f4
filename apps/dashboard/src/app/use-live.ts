import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { gatherChanges } from './gather-changes.ts';
import { followLive, type LiveState } from './live.ts';
import { useSignedOut } from './signed-out.ts';
import { useTRPC } from './trpc.ts';

/** Keeps every visible figure up to date while somebody is signed in. */
export function useLive(): LiveState {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const isSignedOut = useSignedOut();
  const [state, setState] = useState<LiveState>('connecting');

  useEffect(() => {
    if (isSignedOut) return;
    const invalidate = (filters: Parameters<typeof queryClient.invalidateQueries>[0]) =>
      queryClient.invalidateQueries(filters);
    const changes = gatherChanges(({ everything, exports, inbox, links, paymentIds, payments }) => {
      if (everything) return invalidate({});
      const parts = [
        ...(links || payments ? [trpc.links.pathFilter()] : []),
        ...(exports ? [trpc.exports.list.pathFilter()] : []),
        ...(inbox ? [trpc.notifications.pathFilter()] : []),
        // An export tells of its progress every second; no payment changes by it.
        ...(inbox || payments
          ? [
              trpc.payments.list.pathFilter(),
              trpc.payments.totals.pathFilter(),
              trpc.steps.pathFilter(),
              trpc.overview.pathFilter(),
              trpc.operations.pathFilter(),
              trpc.reports.pathFilter(),
            ]
          : []),
        ...(paymentIds === 'any'
          ? [trpc.payments.get.pathFilter()]
          : [...paymentIds].map((paymentId) => trpc.payments.get.queryFilter({ paymentId }))),
      ];
      return Promise.all(parts.map(invalidate));
    });
    const stop = followLive({
      open: () => new EventSource('/events'),
      onState: setState,
      onChange: changes.add,
    });
    return () => {
      changes.stop();
      stop();
    };
  }, [isSignedOut, queryClient, trpc]);

  return state;
}
