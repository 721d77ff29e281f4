import type { Request, Response } from 'express';
import { z } from 'zod';
import { code } from '../codes.ts';
import { decideByCustomer } from '../customer-choice.ts';
import { openPayment } from '../open-payment.ts';
import { replayFailure } from '../replay-failure.ts';
import type { NotificationState, Payment } from '../state.ts';
import { settingsOf, type World } from '../world.ts';
import { parseBody, refuseField } from './parse-body.ts';

const httpUrl = z.url({ protocol: /^https?$/ }).max(2048);
/** ISO-8859-1 without what would split a message; other awkward characters are let through on purpose. */
const wireText = z.string().regex(/^[\x20-\x25\x27-\x7e\xa0-\xff]+$/);

/** Only shown to the customer, never sent back. */
const shownText = z.string().regex(/^[^\p{Cc}]*$/u);

export const paymentOrder = z.strictObject({
  merchantId: z.string(),
  amount: z.int().min(1).max(9_999_999_999),
  transId: wireText.max(64),
  refNr: wireText.max(40).optional(),
  orderDesc: shownText.max(768).optional(),
  userData: wireText.max(1024).optional(),
  outcome: z.enum(['approve', 'decline', 'abandon']),
  notifyUrl: httpUrl.optional(),
  sale: z.enum(['ok', 'pending-ok', 'pending-failed', 'pending-reversed']).optional(),
});

/** POST /control/payments: a customer who pays, declines or walks away, without any browser. */
export function createPaymentRoute(world: World) {
  return async (req: Request, res: Response): Promise<void> => {
    const order = parseBody(paymentOrder, req, res);
    if (order === null) return;
    const { merchantId } = order;
    if (!world.state.merchants.has(merchantId)) {
      const known = [...world.state.merchants.keys()].join(', ');
      return refuseField(res, 400, 'merchantId', `unknown; known are ${known}`);
    }
    if (order.sale !== undefined && settingsOf(world, merchantId).mode !== 'sale') {
      return refuseField(res, 400, 'sale', 'only a sale merchant has it');
    }
    res.json(await playPayment(world, order));
  };
}

/** Opens the payment, decides as told, and waits for the first notification attempt. */
export async function playPayment(world: World, order: z.infer<typeof paymentOrder>) {
  const payment = openPayment(world, {
    merchantId: order.merchantId,
    transId: order.transId,
    amount: order.amount,
    currency: 'CHF',
    salePlan: order.sale ?? 'ok',
    capture: null,
    reqId: null,
    refNr: order.refNr ?? null,
    orderDesc: order.orderDesc ?? null,
    userData: order.userData ?? null,
    plain: null,
    custom: null,
    urlSuccess: null,
    urlFailure: null,
    urlNotify: order.notifyUrl ?? null,
    encrypted: true,
  });
  if (order.outcome === 'abandon') return view(world, payment, null);
  const notification = await decideByCustomer(world, payment, order.outcome, 'control');
  if (order.outcome === 'decline') await replayFailure(world, payment);
  return view(world, payment, notification);
}

function view(world: World, payment: Payment, notification: NotificationState | null) {
  const { payId, xid, transId, status } = payment;
  const { twintModule } = settingsOf(world, payment.merchantId);
  const attempts = notification?.attempts ?? [];
  return {
    payId,
    xid,
    transId,
    status,
    code: payment.code === '' ? code.pending(twintModule) : payment.code,
    notify: { attempts: attempts.length, lastStatus: attempts.at(-1)?.status ?? null },
  };
}
