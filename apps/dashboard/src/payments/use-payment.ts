import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../app/trpc.ts';

/** One payment with its history; what was read before stays while it is read again. */
export function usePayment(paymentId: string) {
  const trpc = useTRPC();
  return useQuery(
    trpc.payments.get.queryOptions(
      { paymentId },
      { staleTime: 5_000, retry: (count, error) => count < 2 && !isGone(error.data?.httpStatus) },
    ),
  );
}

/** Not found, or not ours: asking again changes nothing. */
export function isGone(status: number | undefined): boolean {
  return status === 404 || status === 403 || status === 400;
}
