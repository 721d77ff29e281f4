import { useTRPCClient } from '../app/trpc.ts';
import type { Payment } from './payment.ts';

/** A selection may be long, and others wait for the server too. */
const atOnce = 4;

/** Reads payments again, each by its id: wherever they lie in a list, and whatever they became since. */
export function usePaymentsAnew() {
  const client = useTRPCClient();
  return async (payments: readonly Payment[]): Promise<readonly Payment[]> => {
    const read = [...payments];
    const left = payments.entries();
    const readOn = async () => {
      for (const [at, { id, matched }] of left) {
        const payment = await client.payments.get.query({ paymentId: id });
        read[at] = matched === undefined ? payment : { ...payment, matched };
      }
    };
    await Promise.all(Array.from({ length: atOnce }, readOn));
    return read;
  };
}
