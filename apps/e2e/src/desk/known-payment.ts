import { randomBytes } from 'node:crypto';
import { type Api, awaitPayment, newKey } from './api.ts';
import type { Control, MadePayment } from './control.ts';

/** A payment that the server knows; `order` is what staff call it. */
export type KnownPayment = MadePayment & { readonly id: string; readonly order: string };

/** An order number that no other story uses. */
export const newOrder = (): string => `A-${randomBytes(4).toString('hex')}`;

/** Lets a customer pay, and resolves when the notification has made it a payment of the server's. */
export async function payKnown(
  control: Control,
  api: Api,
  { refNr = newOrder(), ...order }: Parameters<Control['pay']>[0],
): Promise<KnownPayment> {
  const made = await control.pay({ ...order, refNr });
  const { id } = await awaitPayment(api, made.transId, ({ status }) => status !== 'awaiting');
  return { ...made, id, order: refNr };
}

/** Captures without a browser what a story takes as given; `amount` in minor units. */
export async function captureKnown(
  api: Api,
  { id }: Pick<KnownPayment, 'id'>,
  amount: number,
): Promise<void> {
  const { body, status } = await api.mutate('payments.capture', {
    paymentId: id,
    amount,
    closeRest: false,
    key: newKey(),
  });
  if (body?.result?.data?.operation?.state !== 'succeeded') {
    throw new Error(`capture of ${id}: ${status} ${JSON.stringify(body)}`);
  }
}
