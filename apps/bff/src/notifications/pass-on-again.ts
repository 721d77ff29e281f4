import { TRPCError } from '@trpc/server';
import { recordAudit } from '../audit/record-audit.ts';
import { findConnection } from '../connections/find-connection.ts';
import type { Deps } from '../deps.ts';
import { queueForward } from '../forwarding/queue-forward.ts';
import { Refused } from '../refused.ts';
import type { Membership, Person } from '../sessions/person.ts';
import { inTransaction } from '../storage/database.ts';
import { findCallback } from './notification-store.ts';

/**
 * Passes a notification on to the shop once more, also one that came before an address was named.
 * @throws TRPCError NOT_FOUND, for another merchant's callback just as for none; Refused
 * `not-supported` for a browser return, or where the connection names no address.
 */
export async function passOnAgain(
  deps: Deps,
  person: Person,
  memberships: readonly Membership[],
  id: string,
): Promise<void> {
  const { clock, database } = deps;
  const merchantIds = memberships.map(({ merchantId }) => merchantId);
  const now = clock.now();
  await inTransaction(database.read, async (sql) => {
    const found = await findCallback(sql, merchantIds, id);
    if (found === null) throw new TRPCError({ code: 'NOT_FOUND' });
    const connection = await findConnection(deps, sql, { id: found.connectionId });
    if (connection?.forwardTo == null || found.kind !== 'notify')
      throw new Refused('not-supported');
    await queueForward(sql, connection, found, now);
    await recordAudit(sql, {
      merchantId: found.merchantId,
      at: now,
      actorId: person.id,
      action: 'forward-repeated',
      subject: `callback:${id}`,
      details: { payId: found.payId, transId: found.transId, address: connection.forwardTo },
    });
  });
}
