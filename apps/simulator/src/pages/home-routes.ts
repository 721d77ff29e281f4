import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { faultOrder } from '../control/faults-route.ts';
import { paymentOrder, playPayment } from '../control/payments-route.ts';
import { formText } from '../form-text.ts';
import type { World } from '../world.ts';
import { homePage } from './home-page.ts';
import { html } from './html.ts';
import { page } from './layout.ts';

export function homeRoute(world: World) {
  return (_: Request, res: Response): void => {
    res.type('html').send(homePage(world));
  };
}

export function homeClockRoute(world: World) {
  return async (req: Request, res: Response): Promise<void> => {
    const { advanceMs: wish } = formOf(req);
    const advanceMs = Number(wish);
    if (Number.isSafeInteger(advanceMs)) await world.moveClock((now) => now + advanceMs);
    res.redirect(303, '/#clock');
  };
}

export function homePaymentRoute(world: World) {
  return async (req: Request, res: Response): Promise<void> => {
    const { amount, transId, ...form } = formOf(req);
    const order = paymentOrder.safeParse({
      ...form,
      amount: Number(amount),
      transId: transId ?? `SIM-${randomUUID().slice(0, 8)}`,
    });
    if (!order.success) return sayWhatIsWrong(res, order.error);
    const { merchantId } = order.data;
    if (world.state.merchants.has(merchantId)) await playPayment(world, order.data);
    res.redirect(303, '/#payments');
  };
}

export function homeFaultRoute(world: World) {
  return (req: Request, res: Response): void => {
    const { count, ...form } = formOf(req);
    const order = faultOrder.safeParse({ ...form, count: Number(count ?? 1) });
    if (!order.success) {
      sayWhatIsWrong(res, order.error);
      return;
    }
    const { fault, endpoint = null } = order.data;
    const spec = { fault, endpoint, payId: null, delayMs: null, code: null };
    world.faults.add({ ...spec, count: order.data.count });
    res.redirect(303, '/#faults');
  };
}

export function homeClearFaultRoute(world: World) {
  return (req: Request, res: Response): void => {
    const { id } = formOf(req);
    if (id !== undefined) world.faults.clear(id);
    res.redirect(303, '/#faults');
  };
}

/** The filled-in fields of a form; an empty field counts as absent. */
function formOf(req: Request): Record<string, string | undefined> {
  const pairs = [...new URLSearchParams(formText(req))];
  return Object.fromEntries(pairs.filter(([, value]) => value !== ''));
}

function sayWhatIsWrong(res: Response, error: z.ZodError): void {
  const problems = error.issues.map(
    ({ path, message }) => html`<li>${path.join('.')}: ${message}</li>`,
  );
  const body = html`<main><h1>Not done</h1><ul>${problems}</ul><p><a href="/">Back</a></p></main>`;
  res.status(400).type('html').send(page('Not done', body));
}
