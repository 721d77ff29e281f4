import { randomUUID } from 'node:crypto';
import type { PaymentRecord } from './events.ts';
import { newGatewayId, newNumericToken, newPhoneToken, newTransactionId } from './ids.ts';
import type { Payment } from './state.ts';
import { newTimer, paymentOf, schedule, settingsOf, type World } from './world.ts';

type GivenByGateway =
  | 'payId'
  | 'xid'
  | 'createdAt'
  | 'mode'
  | 'captureDelayHours'
  | 'transactionId'
  | 'phoneToken'
  | 'numericToken';

export type PaymentOrder = Omit<PaymentRecord, GivenByGateway> & {
  /** The documented `Capture` parameter; counts only where the merchant's setting honors it. */
  readonly capture: string | null;
};

/** Opens a payment that waits for the customer, who has a limited time to decide. */
export function openPayment(world: World, order: PaymentOrder): Payment {
  const settings = settingsOf(world, order.merchantId);
  const { capture, ...given } = order;
  const wish = settings.honorCapture ? capture : null;
  const createdAt = world.clock.now();
  const payId = newGatewayId();
  const payment: PaymentRecord = {
    ...given,
    payId,
    xid: newGatewayId(),
    createdAt,
    mode: wish === null ? settings.mode : wish === 'AUTO' ? 'sale' : 'deferred',
    captureDelayHours: wish !== null && /^[0-9]+$/.test(wish) ? Number(wish) : null,
    transactionId: newTransactionId(),
    phoneToken: newPhoneToken(),
    numericToken: newNumericToken(),
  };
  world.append({ type: 'payment', payment });
  const task = { kind: 'abandon', payId } as const;
  schedule(world, newTimer(randomUUID(), createdAt + settings.abandonAfterMs, task));
  return paymentOf(world, payId);
}
