import { findConnection } from '../connections/find-connection.ts';
import type { Deps } from '../deps.ts';
import type { InquiryOutcome } from '../gateway/gateway-outcome.ts';
import { inTransaction } from '../storage/database.ts';
import { lockPayment } from './lock-payment-store.ts';
import { findPayment } from './payment-store.ts';
import { recordEvents } from './record-events.ts';
import { refreshPayment } from './refresh-payment.ts';

type PaymentRef = { readonly merchantId: number; readonly paymentId: string };

/** Asks the gateway about a payment of ours whose customer may have paid without anybody telling us. */
export async function askAgain(
  deps: Deps,
  { merchantId, paymentId }: PaymentRef,
): Promise<InquiryOutcome['kind']> {
  const sql = deps.database.money;
  const payment = await findPayment(sql, [merchantId], paymentId);
  const connection = payment && (await findConnection(deps, sql, { id: payment.connectionId }));
  if (!payment || !connection) throw new Error(`payment ${paymentId} does not exist`);
  return refreshPayment(deps, connection, payment);
}

/**
 * Writes down that the gateway did not capture by itself when it should have: the payment is no
 * longer scheduled, and waits to be captured like any other. Ask the gateway first.
 */
export async function missSchedule(
  deps: Deps,
  { merchantId, paymentId }: PaymentRef,
): Promise<void> {
  await inTransaction(deps.database.money, async (sql) => {
    const payment = await lockPayment(sql, [merchantId], paymentId);
    if (payment?.status !== 'scheduled') return;
    const connection = await findConnection(deps, sql, { id: payment.connectionId });
    if (connection === null) return;
    const now = deps.clock.now();
    const event = { fact: 'schedule-missed', type: 'schedule-missed', at: now } as const;
    await recordEvents(sql, connection, payment, [{ event }], now);
  });
}
