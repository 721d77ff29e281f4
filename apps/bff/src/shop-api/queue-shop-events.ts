import { randomUUIDv7 } from 'node:crypto';
import type { Payment } from '../payments/payment.ts';
import type { Sql } from '../storage/database.ts';
import { tellLive } from '../storage/tell-live.ts';
import type { ShopEvent } from './shop-event.ts';
import { insertShopEvents } from './shop-event-store.ts';
import { essenceOf, type Shown, showShopPayment } from './show-shop-payment.ts';

/** A payment before and after its transaction. */
export type ShopChange = {
  readonly before: Payment;
  readonly after: Shown;
};

/**
 * Books what shops must be told of payments they asked for, where state or sums changed. Pass the
 * `sql` of the transaction that changes them: a shop is told what is committed, and all of it. That a
 * step is on its way is not told: how it ended will be.
 */
export async function queueShopEvents(
  sql: Sql,
  changes: readonly ShopChange[],
  now: number,
): Promise<void> {
  const wanted = changes.filter(
    ({ before, after }) => before.source === 'api' && after.status !== 'processing',
  );
  const merchantId = wanted[0]?.before.merchantId;
  if (merchantId === undefined) return;
  const rows = wanted.map(({ before, after }) => {
    const event = eventOf(after, now);
    return {
      id: event.id,
      paymentId: before.id,
      sequence: after.version,
      type: event.type,
      told: essenceOf(after),
      body: JSON.stringify(event),
    };
  });
  const count = await insertShopEvents(sql, merchantId, rows, now);
  if (count > 0) await tellLive(sql, { type: 'shop', merchantId });
}

function eventOf(after: Shown, now: number): ShopEvent {
  const payment = showShopPayment(after);
  return {
    id: randomUUIDv7(),
    type: `payment.${payment.state}`,
    timestamp: new Date(now).toISOString(),
    data: payment,
  };
}
