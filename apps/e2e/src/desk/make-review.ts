import { awaitPayment, newKey, signInApi } from './api.ts';
import type { Control } from './control.ts';
import type { KnownPayment } from './known-payment.ts';

/** Longer than the quiet period of a reversal. */
const QUIET_MS = 11 * 60_000;
const EVERY_MS = 100;
const MOST_LOOKS = 300;

/**
 * Brings a reversal of this payment, which no inquiry settles, as far as one person can: proposed with
 * a proof by the service, so that a second person has to confirm. Time moves on for everything else.
 */
export async function makeReview(control: Control, payment: KnownPayment): Promise<void> {
  const service = await signInApi(control.deskUrl, 'service');
  await control.fault('drop-before-effect', { endpoint: 'reverse', payId: payment.payId });
  await service.mutate('payments.reverse', { paymentId: payment.id, key: newKey() });
  await awaitPayment(service, payment.transId, ({ status }) => status === 'unknown');
  await control.advance(QUIET_MS);

  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    const { body } = await service.query('payments.get', { paymentId: payment.id });
    const operation = body?.result?.data?.operations?.at(-1);
    if (operation?.state === 'review') {
      const reason = 'TWINT portal still shows the hold';
      const found = { operationId: operation.id, verdict: 'not-executed', reason };
      const { status, body: told } = await service.mutate('operations.proposeReview', found);
      if (status !== 200) throw new Error(`proposeReview: ${status} ${JSON.stringify(told)}`);
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
  throw new Error(`the reversal of ${payment.transId} did not come to review`);
}
