import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useTRPC } from '../app/trpc.ts';
import { useAnnounce } from '../ui/announce.tsx';
import type { Payment } from './payment.ts';

/**
 * "Check status": asks the gateway what became of the open step. It moves no money. `tell` says what
 * the answer means for whoever asks about something else than that step.
 */
export function useCheckPayment(paymentId: string, tell?: (payment: Payment) => string) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const announce = useAnnounce();
  const words = useTranslations('payments.unknown');

  const check = useMutation(
    trpc.payments.check.mutationOptions({
      networkMode: 'always',
      retry: false,
      onSuccess: ({ payment }) =>
        announce(
          tell?.(payment) ?? words(payment.status === 'unknown' ? 'checked' : 'checkedDone'),
        ),
      onError: () => announce(words('checkFailed')),
      onSettled: () =>
        Promise.all([
          queryClient.invalidateQueries(trpc.payments.pathFilter()),
          queryClient.invalidateQueries(trpc.overview.pathFilter()),
          queryClient.invalidateQueries(trpc.operations.pathFilter()),
        ]),
    }),
  );
  return {
    check: () => {
      if (!check.isPending) check.mutate({ paymentId });
    },
    isChecking: check.isPending,
    /** The payment as the answer showed it, until it is asked again. */
    checked: check.data?.payment ?? null,
    answer: check.isError
      ? ('checkFailed' as const)
      : check.isSuccess
        ? ('checked' as const)
        : null,
  };
}
