import { TRPCError } from '@trpc/server';
import { recordAudit } from '../audit/record-audit.ts';
import type { Deps } from '../deps.ts';
import type { Membership, Person } from '../sessions/person.ts';
import { inTransaction } from '../storage/database.ts';
import { findCallback, wakeCallback } from './notification-store.ts';

/**
 * Has a stored callback worked off once more. Harmless however often: the gateway is asked about the
 * payment, and only what it answers counts.
 * @throws TRPCError NOT_FOUND, for another merchant's callback just as for none.
 */
export async function processAgain(
  { clock, database }: Deps,
  person: Person,
  memberships: readonly Membership[],
  id: string,
): Promise<void> {
  const merchantIds = memberships.map(({ merchantId }) => merchantId);
  const now = clock.now();
  await inTransaction(database.read, async (sql) => {
    const found = await findCallback(sql, merchantIds, id);
    if (found === null) throw new TRPCError({ code: 'NOT_FOUND' });
    await wakeCallback(sql, found, now);
    await recordAudit(sql, {
      merchantId: found.merchantId,
      at: now,
      actorId: person.id,
      action: 'callback-processed-again',
      subject: `callback:${id}`,
      details: { payId: found.payId, transId: found.transId },
    });
  });
}
