import { callbackPairs, encodeForm } from './callback-message.ts';
import type { Payment } from './state.ts';
import { settingsOf, type World } from './world.ts';

const timeoutMs = 30_000;

/**
 * The fault failure-replayed where no browser is there to be misled: a fraudster takes the DATA of
 * the failure to the success address that lies beside `…/notify`.
 */
export async function replayFailure(world: World, payment: Payment): Promise<void> {
  const { urlNotify, payId } = payment;
  if (urlNotify?.endsWith('/notify') !== true) return;
  if (world.faults.take(['failure-replayed'], 'return', payId) === null) return;
  const settings = settingsOf(world, payment.merchantId);
  const query = encodeForm(callbackPairs(settings, payment, payment));
  const url = `${urlNotify.slice(0, -'/notify'.length)}/success`;
  try {
    const signal = AbortSignal.any([AbortSignal.timeout(timeoutMs), world.closing]);
    const response = await fetch(`${url}?${query}`, { redirect: 'manual', signal });
    await response.body?.cancel();
  } catch (error) {
    world.log.warn({ payId, url, reason: String(error) }, 'replay not delivered');
  }
}
