import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';

/** The latest money result, shown where the action was. `at` in ms of the machine's clock. */
type LastResult = { readonly paymentId: string; readonly order: string; readonly text: string };

const lastResultKey = ['payments-last-result'];

/** What the last step did, until the next one begins or it is put away. */
export function useLastResult() {
  const queryClient = useQueryClient();
  const { data } = useQuery<LastResult | null>({
    queryKey: lastResultKey,
    queryFn: skipToken,
    initialData: null,
    gcTime: Number.POSITIVE_INFINITY,
  });
  return {
    result: data,
    show: (result: LastResult) => queryClient.setQueryData(lastResultKey, result),
    clear: () => queryClient.setQueryData(lastResultKey, null),
  };
}
