import { callbackPairs, encodeForm } from './callback-message.ts';
import type { Pair } from './envelope.ts';
import type { FaultName } from './faults.ts';
import type { NotificationState } from './state.ts';
import { paymentOf, settingsOf, type World } from './world.ts';

const timeoutMs = 30_000;

/**
 * Sends one notification, with whatever fault is due for it. Answers the HTTP status of the genuine
 * message, or null when nobody answered within 30 s; redirects are not followed.
 */
export async function sendNotification(
  world: World,
  notification: NotificationState,
): Promise<number | null> {
  const { payId, merchantId } = notification;
  const payment = paymentOf(world, payId);
  const settings = settingsOf(world, merchantId);
  const strikes = (name: FaultName) => world.faults.take([name], 'notify', payId) !== null;

  if (strikes('notify-forged')) {
    const forger = { ...settings, macKey: `${settings.macKey}-forged` };
    const claim = { ...notification, status: 'OK', code: '00000000' };
    await send(world, notification, callbackPairs(forger, payment, claim));
  }
  const tamper = strikes('notify-bad-mac') ? withOneDigitChanged : undefined;
  const pairs = callbackPairs(settings, payment, notification, tamper);
  const status = await send(world, notification, pairs);
  if (strikes('notify-duplicate')) await send(world, notification, pairs);
  return status;
}

async function send(
  world: World,
  { url, merchantId, payId }: NotificationState,
  pairs: readonly Pair[],
): Promise<number | null> {
  const text = encodeForm(pairs);
  const byGet = settingsOf(world, merchantId).notifyMethod === 'GET';
  try {
    const response = await fetch(byGet ? `${url}?${text}` : url, {
      method: byGet ? 'GET' : 'POST',
      ...(byGet ? {} : { body: text }),
      headers: { 'content-type': 'application/x-www-form-urlencoded; charset=iso-8859-1' },
      redirect: 'manual',
      signal: AbortSignal.any([AbortSignal.timeout(timeoutMs), world.closing]),
    });
    await response.body?.cancel();
    return response.status;
  } catch (error) {
    world.log.warn({ payId, url, reason: String(error) }, 'notification not delivered');
    return null;
  }
}

function withOneDigitChanged(mac: string): string {
  return `${mac.startsWith('0') ? '1' : '0'}${mac.slice(1)}`;
}
