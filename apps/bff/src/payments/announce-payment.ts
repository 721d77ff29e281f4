import { randomUUIDv7 } from 'node:crypto';
import type { GatewayConnection } from '../connections/gateway-connection.ts';
import type { Sql } from '../storage/database.ts';
import { lockPayment } from './lock-payment-store.ts';
import { findPaymentByTransId, insertPayment } from './payment-store.ts';
import { recordEvents } from './record-events.ts';
import type { PaymentWish } from './seal-payment.ts';

type Announced = { readonly paymentId: string; readonly isNew: boolean };

/**
 * Books a payment of ours that its customer is about to be asked for, so that a callback can never be
 * about a payment we do not know. The same TransID names the same payment; then nothing is changed.
 */
export async function announcePayment(
  sql: Sql,
  connection: GatewayConnection,
  { transId, amount, refNr, orderDesc, capture }: Omit<PaymentWish, 'callbackBase'>,
  now: number,
  source: 'desk' | 'api' = 'desk',
): Promise<Announced> {
  const { merchantId, id: connectionId } = connection;
  const id = randomUUIDv7();
  const isNew = await insertPayment(sql, {
    id,
    merchantId,
    connectionId,
    payId: null,
    transId,
    refNr,
    twintOrderId: null,
    orderDesc,
    source,
    requestedAmount: amount,
    createdAt: now,
  });
  const payment = isNew ? await lockPayment(sql, [merchantId], id) : null;
  if (payment === null) {
    const known = await findPaymentByTransId(sql, connectionId, transId);
    return { paymentId: known?.id ?? id, isNew: false };
  }
  const asked = capture === undefined ? {} : { capture };
  const event = { fact: 'announced', type: 'announced', at: now, amount, ...asked } as const;
  await recordEvents(sql, connection, payment, [{ event }], now);
  return { paymentId: id, isNew: true };
}
