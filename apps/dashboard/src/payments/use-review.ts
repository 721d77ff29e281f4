import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useTRPC } from '../app/trpc.ts';
import { useAnnounce } from '../ui/announce.tsx';

/** Saying what became of a step in doubt, taking that back, and confirming it. None of it moves money. */
export function useReview() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const announce = useAnnounce();
  const words = useTranslations('payments.review');

  const optionsFor = (done: 'proposed' | 'withdrawn' | 'confirmed') => ({
    networkMode: 'always' as const,
    retry: false,
    onSuccess: () => announce(words(done)),
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries(trpc.payments.pathFilter()),
        queryClient.invalidateQueries(trpc.overview.pathFilter()),
        queryClient.invalidateQueries(trpc.operations.pathFilter()),
      ]),
  });
  return {
    propose: useMutation(trpc.operations.proposeReview.mutationOptions(optionsFor('proposed'))),
    withdraw: useMutation(trpc.operations.withdrawReview.mutationOptions(optionsFor('withdrawn'))),
    confirm: useMutation(trpc.operations.confirmReview.mutationOptions(optionsFor('confirmed'))),
  };
}
