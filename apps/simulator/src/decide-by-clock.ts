import { expirePayment, failPayment, settleSale } from './decide-payment.ts';
import type { NotificationCause, Task } from './events.ts';
import { amountsOf, openAmount } from './ledger.ts';
import { notifyMerchant } from './notifier.ts';
import { performOperation } from './operations/perform.ts';
import type { Payment } from './state.ts';
import { paymentOf, settingsOf, type World } from './world.ts';

type ClockTask = Extract<Task, { readonly payId: string }>;

/** Time decides: the customer stayed away, a sale settles, a window closes, a delayed capture is due. */
export async function decideByClock(world: World, task: ClockTask, at: number): Promise<void> {
  const payment = paymentOf(world, task.payId);
  switch (task.kind) {
    case 'abandon':
      if (payment.status !== 'PENDING') return;
      failPayment(world, payment, 'timed-out', at);
      return tell(world, payment, 'payment');
    case 'settle-sale':
      if (!settleSale(world, payment, at)) return;
      return tell(world, payment, 'payment');
    case 'expire':
      if (!expirePayment(world, payment, at)) return;
      if (settingsOf(world, payment.merchantId).notifyExpiry) await tell(world, payment, 'expiry');
      return;
    case 'auto-capture':
      captureTheRest(world, payment, at);
      return tell(world, payment, 'payment');
  }
}

async function tell(world: World, payment: Payment, cause: NotificationCause): Promise<void> {
  const { xid, status, code } = payment;
  await notifyMerchant(world, payment, { cause, xid, status, code });
}

function captureTheRest(world: World, payment: Payment, at: number): void {
  const amount = openAmount(amountsOf(payment.steps));
  if (amount === 0) return;
  const { merchantId, payId, transId, currency } = payment;
  const none = { completeType: null, reqId: null, refNr: null, userData: null };
  const request = {
    endpoint: 'capture',
    merchantId,
    payId,
    transId,
    amount,
    currency,
    ...none,
  } as const;
  performOperation(world, request, 'clock', at);
}
