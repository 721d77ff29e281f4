import { useTRPC, useTRPCClient } from '../app/trpc.ts';
import type { ListStart, ReadRows } from '../lists/read-window.ts';
import { useRows } from '../lists/use-rows.ts';
import type { Payment } from './payment.ts';
import { type PaymentSearch, toListInput } from './payment-search.ts';

const rowId = ({ id }: Payment) => id;

/**
 * The payments of a search as they are read so far, beginning anywhere. Those of `selected` stay up
 * to date out of sight too, for their sums are shown.
 */
export function usePaymentsList(
  search: PaymentSearch,
  start: ListStart,
  selected: ReadonlyMap<string, unknown>,
) {
  const trpc = useTRPC();
  return useRows<Payment>({
    key: [...trpc.payments.list.pathKey(), { ...toListInput(search), start }],
    read: usePaymentReader(search),
    rowId,
    start,
    canMove: search.sort !== 'created',
    isKept: ({ id }) => selected.has(id),
  });
}

/** Reads the payments of a search, any part of them. */
export function usePaymentReader(search: PaymentSearch): ReadRows<Payment> {
  const client = useTRPCClient();
  const input = toListInput(search);
  return (part, options) => client.payments.list.query({ ...input, ...part }, options);
}
