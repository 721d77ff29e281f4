import { type Api, awaitPayment, newKey } from '../desk/api.ts';
import type { Control } from '../desk/control.ts';
import { seeded } from '../desk/demo.ts';
import { captureKnown, payKnown } from '../desk/known-payment.ts';

/** The payments that the screens show beside those of the demo, by id. */
export type Made = {
  readonly authorized: string;
  readonly partCaptured: string;
  readonly refunded: string;
  readonly unknown: string;
};

/** Waits for the demo payments and makes one payment of each kind that a screen needs. */
export async function makeForScreens(control: Control, manager: Api): Promise<Made> {
  await seeded(control, manager);
  const authorized = await payKnown(control, manager, { amount: 89_900, refNr: 'A-20001' });
  const partCaptured = await payKnown(control, manager, { amount: 89_900, refNr: 'A-20002' });
  await captureKnown(manager, partCaptured, 49_900);

  const refunded = await payKnown(control, manager, { amount: 31_200, refNr: 'A-20003' });
  await captureKnown(manager, refunded, 31_200);
  await manager.mutate('payments.credit', {
    paymentId: refunded.id,
    amount: 9_900,
    reason: 'other',
    note: 'Zipper broken on arrival',
    key: newKey(),
  });

  const unknown = await payKnown(control, manager, { amount: 14_990, refNr: 'A-20004' });
  await control.fault('drop-before-effect', { endpoint: 'capture', payId: unknown.payId });
  await manager.mutate('payments.capture', {
    paymentId: unknown.id,
    amount: 14_990,
    closeRest: false,
    key: newKey(),
  });
  await awaitPayment(manager, unknown.transId, ({ status }) => status === 'unknown');
  return {
    authorized: authorized.id,
    partCaptured: partCaptured.id,
    refunded: refunded.id,
    unknown: unknown.id,
  };
}
