import type { Deps } from '../deps.ts';
import { findTokenByTransId } from './attempt-store.ts';

/** Where a customer who comes back from the gateway belongs, if the payment is one of ours. */
export async function findReturn(
  { database }: Pick<Deps, 'database'>,
  connectionId: string,
  transId: string,
): Promise<string | null> {
  const token = await findTokenByTransId(database.callback, connectionId, transId);
  return token === null ? null : `/pay/${token}`;
}
