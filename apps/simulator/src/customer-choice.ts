import { approvePayment, failPayment } from './decide-payment.ts';
import type { Source } from './events.ts';
import { notifyMerchant } from './notifier.ts';
import type { NotificationState, Payment } from './state.ts';
import { settingsOf, type World } from './world.ts';

/** `approve-late`: agreed, but the shop's page was closed, so the gateway learns of it late. */
export type CustomerChoice = 'approve' | 'approve-late' | 'cancel' | 'decline';

/**
 * Carries out what the customer chose, once; a payment that is decided already stays as it is.
 * Resolves when the merchant has been told for the first time.
 */
export async function decideByCustomer(
  world: World,
  payment: Payment,
  choice: CustomerChoice,
  source: Source,
): Promise<NotificationState | null> {
  if (payment.status !== 'PENDING') return null;
  const at = world.clock.now();
  if (choice === 'cancel') failPayment(world, payment, 'cancelled', at);
  else if (choice === 'decline') failPayment(world, payment, 'declined', at);
  else approvePayment(world, payment, source, at);

  const { payId, xid, status, code } = payment;
  const late = choice === 'approve-late' ? settingsOf(world, payment.merchantId).lateNotifyMs : 0;
  // Only a browser waits for an answer here; a payment made by the control API has none.
  const withheld =
    payment.urlSuccess !== null &&
    world.faults.take(['notify-before-answer'], 'twint', payId) !== null;
  if (withheld) world.withheldReturns.add(payId);
  try {
    return await notifyMerchant(world, payment, { cause: 'payment', xid, status, code }, late);
  } finally {
    world.withheldReturns.delete(payId);
  }
}
