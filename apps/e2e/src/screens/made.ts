import { type Api, awaitPayment, newKey } from '../desk/api.ts';
import type { Control } from '../desk/control.ts';
import { seeded } from '../desk/demo.ts';
import { captureKnown, payKnown } from '../desk/known-payment.ts';
import { makeExport } from '../desk/make-export.ts';

/** What the screens show beside the demo: payments by id, pages by their address. */
export type Made = {
  readonly authorized: string;
  readonly partCaptured: string;
  readonly refunded: string;
  readonly unknown: string;
  /** A payment link that nobody has opened, by id. */
  readonly link: string;
  /** Where an invited person sets a password. */
  readonly invite: string;
  /** That person as the admin sees her. */
  readonly person: string;
};

/** The name of the invited person. */
export const invitedName = 'Lena Frei';

/** Waits for the demo payments, makes one payment of each kind that a screen needs, and invites a person. */
export async function makeForScreens(control: Control, manager: Api, admin: Api): Promise<Made> {
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
  await exportTables(manager);
  return {
    authorized: authorized.id,
    partCaptured: partCaptured.id,
    refunded: refunded.id,
    unknown: unknown.id,
    link: await makeLink(manager, 'A-20005'),
    ...(await inviteSomebody(admin)),
  };
}

/** Two files to fetch. */
async function exportTables(manager: Api): Promise<void> {
  const columns = ['refNr', 'status', 'authorized', 'captured'];
  const wish = { merchantId: 1, columns, language: 'de', format: 'xlsx' };
  const filter = { status: ['captured', 'part_captured'], from: '2026-01-01' };
  await makeExport(manager, { ...wish, scope: { kind: 'filtered', filter } });
  await makeExport(manager, { ...wish, scope: { kind: 'all' }, format: 'csv-de-ch' });
}

/** Makes a payment link for CHF 59.00; answers its id. */
async function makeLink(manager: Api, refNr: string): Promise<string> {
  const { body, status } = await manager.mutate('links.create', {
    connection: 'demo',
    amount: 5_900,
    refNr,
    orderDesc: 'Repair of a rucksack',
    validUntil: Date.now() + 300 * 86_400_000,
    language: 'en',
    capture: 'by-hand',
    key: newKey(),
  });
  if (status !== 200) throw new Error(`links.create: ${status} ${JSON.stringify(body)}`);
  return body.result.data.id;
}

async function inviteSomebody(admin: Api): Promise<Pick<Made, 'invite' | 'person'>> {
  const merchantId = 1;
  const { body, status } = await admin.mutate('users.invite', {
    merchantId,
    role: 'service',
    email: `lena.frei.${newKey().slice(0, 4)}@alpenladen.example`,
    name: invitedName,
    refundLimit: 50_000,
    refundDailyLimit: 200_000,
  });
  if (status !== 200) throw new Error(`users.invite: ${status} ${JSON.stringify(body)}`);
  const { link, userId } = body.result.data;
  const { hash, pathname } = new URL(link);
  return { invite: `${pathname}${hash}`, person: `/settings/people/${merchantId}/${userId}` };
}
