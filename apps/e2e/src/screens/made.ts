import { type Api, awaitPayment, newKey } from '../desk/api.ts';
import type { Control } from '../desk/control.ts';
import { seeded } from '../desk/demo.ts';
import { captureKnown, payKnown } from '../desk/known-payment.ts';
import { handOverBatch, makeBatch } from '../desk/make-batch.ts';
import { makeExport } from '../desk/make-export.ts';
import { makeReview } from '../desk/make-review.ts';
import { makeShop } from '../desk/make-shop.ts';

/** What the screens show beside the demo: payments by id, pages by their address. */
export type Made = {
  readonly authorized: string;
  readonly partCaptured: string;
  readonly refunded: string;
  readonly unknown: string;
  /** A payment with a reversal that one person has judged and a second one has to confirm. */
  readonly reviewed: string;
  /** A payment of which nobody knows whether the gateway took its new order number. */
  readonly renamed: string;
  /** A captured payment that TWINT refunds no more. */
  readonly tooOld: string;
  /** A payment link that nobody has opened, by id. */
  readonly link: string;
  /** The Shop API page of a connection with a key, an address and a message. */
  readonly shopApi: string;
  /** A batch file that waits for its answer, and a payment in it, by id. */
  readonly batch: string;
  readonly filed: string;
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

  // Before what else is unknown: time moves on for all of it.
  const reviewed = await payKnown(control, manager, { amount: 24_500, refNr: 'A-20008' });
  await makeReview(control, reviewed);

  const unknown = await payKnown(control, manager, { amount: 14_990, refNr: 'A-20004' });
  await control.fault('drop-before-effect', { endpoint: 'capture', payId: unknown.payId });
  await manager.mutate('payments.capture', {
    paymentId: unknown.id,
    amount: 14_990,
    closeRest: false,
    key: newKey(),
  });
  await awaitPayment(manager, unknown.transId, ({ status }) => status === 'unknown');
  const renamed = await payKnown(control, manager, { amount: 5_900, refNr: 'A-20006' });
  await control.fault('drop-after-effect', { endpoint: 'refnrchange', payId: renamed.payId });
  await manager.mutate('payments.changeRefNr', {
    paymentId: renamed.id,
    from: 'A-20006',
    to: 'A-20007',
    reason: 'Typed wrongly at the till',
    key: newKey(),
  });
  await exportTables(manager);
  return {
    authorized: authorized.id,
    partCaptured: partCaptured.id,
    refunded: refunded.id,
    unknown: unknown.id,
    reviewed: reviewed.id,
    renamed: renamed.id,
    tooOld: await tooOldToRefund(manager),
    link: await makeLink(manager, 'A-20005'),
    shopApi: await makeShop(control, manager, admin),
    ...(await fileSome(control, manager)),
    ...(await inviteSomebody(admin)),
  };
}

/** One of the demo's payments whose refund period is over. */
async function tooOldToRefund(manager: Api): Promise<string> {
  const { body, status } = await manager.query('payments.list', {
    status: ['captured'],
    refundUrgency: ['missed'],
    sort: 'created',
    order: 'asc',
    limit: 1,
  });
  const id = body?.result?.data?.rows?.[0]?.id;
  if (id === undefined) throw new Error(`payments.list: ${status} ${JSON.stringify(body)}`);
  return id;
}

/** Two files to fetch. */
async function exportTables(manager: Api): Promise<void> {
  const columns = ['refNr', 'status', 'authorized', 'captured'];
  const wish = { merchantId: 1, columns, language: 'de', format: 'xlsx' };
  const filter = { status: ['captured', 'part_captured'], from: '2026-01-01' };
  await makeExport(manager, { ...wish, scope: { kind: 'filtered', filter } });
  await makeExport(manager, { ...wish, scope: { kind: 'all' }, format: 'csv-de-ch' });
}

/** A batch file of two captures, handed over. */
async function fileSome(control: Control, manager: Api): Promise<Pick<Made, 'batch' | 'filed'>> {
  const one = await payKnown(control, manager, { amount: 12_900, refNr: 'A-20006' });
  const other = await payKnown(control, manager, { amount: 7_450, refNr: 'A-20007' });
  const { id } = await makeBatch(manager, [one.id, other.id]);
  await handOverBatch(manager, id);
  return { batch: id, filed: one.id };
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
