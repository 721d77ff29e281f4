import type { Deps } from '../deps.ts';
import { findByName } from '../payments/find-by-name.ts';
import { selectAsked } from './shop-payment-store.ts';

/**
 * Where a customer who comes back from the gateway belongs, if a shop asked for the payment through
 * us: to the address the shop named for how it went. `paid` is what verified words of the gateway say.
 */
export async function findShopReturn(
  { database }: Pick<Deps, 'database'>,
  connectionId: string,
  { transId, paid }: { readonly transId: string; readonly paid: boolean },
): Promise<string | null> {
  const payment = await findByName(database.callback, connectionId, { transId });
  if (payment?.source !== 'api') return null;
  const asked = await selectAsked(database.callback, payment);
  return asked === null ? null : asked.asked.returnUrls[paid ? 'success' : 'failure'];
}
