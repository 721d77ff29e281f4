import { findConnection } from '../connections/find-connection.ts';
import type { Deps } from '../deps.ts';
import { capturePayment } from '../payments/capture-payment.ts';
import { checkPayment } from '../payments/check-payment.ts';
import { creditPayment } from '../payments/credit-payment.ts';
import { reversePayment } from '../payments/reverse-payment.ts';
import { startPayment } from '../payments/start-payment.ts';
import { Refused } from '../refused.ts';
import type { Person } from '../sessions/person.ts';
import { demoKey } from './demo-key.ts';
import type { DemoStep } from './demo-plan.ts';
import { type FoundPayment, findDemoPayment } from './demo-store.ts';
import type { SimulatorControl } from './simulator-control.ts';

export type Stage = {
  readonly deps: Deps;
  readonly simulator: SimulatorControl;
  readonly merchantIds: Readonly<Record<string, string>>;
  /** Where the gateway reaches us, without a slash at its end. */
  readonly ownUrl: string;
  readonly staff: { readonly shipping: Person; readonly service: Person; readonly manager: Person };
};

const SMALLEST = 1_00;
const SERVICE_REFUNDS_UP_TO = 400_00;
/** The lost answer stays unknown until the gateway has been asked this often in vain. */
const INQUIRIES_DOWN = 40;

/**
 * Does one step of the demo, the way a shop, a customer or a member of staff would: over the wire, or
 * through the same use cases as the screens. A step that was done before does nothing.
 */
export async function playStep(stage: Stage, step: DemoStep): Promise<void> {
  const { act, payment } = step;
  if (act.kind === 'pay') return pay(stage, step);
  if (act.kind === 'start') return start(stage, step);

  const found = await findDemoPayment(stage.deps.database.money, payment);
  if (found === null) return;
  try {
    await moveMoney(stage, step, found);
  } catch (error) {
    // What the rules refuse here a person would be refused too; the demo goes on without it.
    if (!(error instanceof Refused)) throw error;
  }
}

async function pay({ deps, simulator, merchantIds, ownUrl }: Stage, { payment }: DemoStep) {
  const { slug, transId, refNr, amount, orderDesc, note, story } = payment;
  if ((await findDemoPayment(deps.database.money, payment)) !== null) return;
  const merchantId = merchantIds[slug];
  if (merchantId === undefined) return;
  if (story.born === 'unheard') return payUnheard(simulator, merchantId, payment);
  const plan = story.born === 'pending-ok' || story.born === 'pending-failed' ? story.born : 'ok';
  await simulator.pay({
    merchantId,
    transId,
    refNr,
    amount,
    orderDesc,
    userData: note,
    outcome: story.born === 'declined' ? 'decline' : 'approve',
    notifyUrl: `${ownUrl}/callbacks/${slug}/notify`,
    ...(slug === 'demo-sale' ? { sale: plan } : {}),
  });
}

/** Nobody here hears of it: the notification goes where nobody listens. */
async function payUnheard(
  simulator: SimulatorControl,
  merchantId: string,
  { transId, refNr, amount, orderDesc, note }: DemoStep['payment'],
): Promise<void> {
  const { payId } = await simulator.pay({
    merchantId,
    transId,
    refNr,
    amount,
    orderDesc,
    userData: note,
    outcome: 'approve',
    notifyUrl: 'http://127.0.0.1:9/before-desk',
  });
  await simulator.capture(payId, amount);
}

/** A payment of our own that waits for its customer: the browser got as far as the payment page. */
async function start({ deps, ownUrl }: Stage, { payment }: DemoStep): Promise<void> {
  const connection = await findConnection(deps, deps.database.money, { slug: payment.slug });
  if (connection === null || (await findDemoPayment(deps.database.money, payment)) !== null) return;
  const { transId, amount, refNr, orderDesc } = payment;
  const wish = { transId, amount, refNr, orderDesc, callbackBase: ownUrl };
  const { url, form } = await startPayment(deps, connection, wish);
  const page = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: form,
  });
  await page.body?.cancel();
}

async function moveMoney(stage: Stage, step: DemoStep, found: FoundPayment): Promise<void> {
  const { deps, simulator, staff } = stage;
  const { act, payment, index } = step;
  const common = { paymentId: found.id, key: demoKey(payment.slug, payment.transId, index) };
  const reason = 'return' as const;
  switch (act.kind) {
    case 'capture': {
      const amount = partOf(found.remaining, act.part);
      const closeRest = act.closeRest ?? false;
      await capturePayment(deps, staff.shipping, { ...common, amount, closeRest });
      return;
    }
    case 'credit': {
      const amount = partOf(found.refundable, act.part);
      const person = amount > SERVICE_REFUNDS_UP_TO ? staff.manager : staff.service;
      await creditPayment(deps, person, { ...common, amount, reason });
      return;
    }
    case 'reverse':
      await reversePayment(deps, staff.service, { ...common, reason: 'order-cancelled' });
      return;
    case 'check':
      await checkPayment(deps, staff.manager, found.id);
      return;
    case 'lose': {
      if (found.payId === null) return;
      const fault = act.effect === 'after' ? 'drop-after-effect' : 'drop-before-effect';
      const { payId } = found;
      await simulator.misbehave({ fault, endpoint: 'capture', payId, count: 1 });
      const amount = found.remaining;
      await capturePayment(deps, staff.shipping, { ...common, amount, closeRest: false });
      if (act.effect === 'before') return;
      await simulator.misbehave({ fault: 'inquiry-down', payId, count: INQUIRIES_DOWN });
      return;
    }
    case 'pay':
    case 'start':
      return;
  }
}

/** A part in whole five-centime steps; the whole where the part or the rest would be too small. */
function partOf(whole: number, part: number): number {
  const amount = Math.round((whole * part) / 5) * 5;
  return amount < SMALLEST || whole - amount < SMALLEST ? whole : amount;
}
