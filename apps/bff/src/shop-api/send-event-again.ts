import { TRPCError } from '@trpc/server';
import { recordAudit } from '../audit/record-audit.ts';
import type { Deps } from '../deps.ts';
import { inTransaction } from '../storage/database.ts';
import { tellLive } from '../storage/tell-live.ts';
import type { Asking } from './own-connection.ts';
import { restartEvent } from './shop-event-store.ts';

/**
 * Tells a shop the same once more, under the same id: whoever remembers ids does nothing twice.
 * @throws TRPCError NOT_FOUND
 */
export async function sendEventAgain(
  { clock, database }: Pick<Deps, 'clock' | 'database'>,
  { person, memberships }: Asking,
  eventId: string,
): Promise<void> {
  const merchantIds = memberships.map(({ merchantId }) => merchantId);
  await inTransaction(database.read, async (sql) => {
    const now = clock.now();
    const event = await restartEvent(sql, merchantIds, eventId, now);
    if (event === null) throw new TRPCError({ code: 'NOT_FOUND', message: 'no-such-event' });
    const { merchantId, paymentId } = event;
    await tellLive(sql, { type: 'shop', merchantId });
    await recordAudit(sql, {
      merchantId,
      at: now,
      actorId: person.id,
      action: 'webhook-repeated',
      subject: `payment:${paymentId}`,
      details: { event: eventId },
    });
  });
}
