import type { Request, Response } from 'express';
import { callbackPairs, encodeForm } from '../callback-message.ts';
import type { Pair } from '../envelope.ts';
import type { Payment } from '../state.ts';
import { settingsOf, type World } from '../world.ts';
import { notFoundPage } from './error-page.ts';
import { html } from './html.ts';
import { page } from './layout.ts';
import { sendPaymentPage } from './payment-page.ts';

/** GET /pay/:payId — the payment page once more. */
export function payPageRoute(world: World) {
  return async (req: Request<{ payId: string }>, res: Response): Promise<void> => {
    const payment = world.state.payments.get(req.params.payId);
    if (payment === undefined) {
      res.status(404).type('html').send(notFoundPage());
      return;
    }
    await sendPaymentPage(world, req, res, payment);
  };
}

/** GET /pay/:payId/state — what the page asks for while it waits. */
export function payStateRoute(world: World) {
  return (req: Request<{ payId: string }>, res: Response): void => {
    const payment = world.state.payments.get(req.params.payId);
    if (payment === undefined) {
      res.status(404).json({ error: 'no such payment' });
      return;
    }
    const decided = payment.status !== 'PENDING' && !world.withheldReturns.has(payment.payId);
    res.json({ status: payment.status, decided });
  };
}

/** GET /pay/:payId/return — sends the browser back to the shop, by GET or by a form that posts itself. */
export function payReturnRoute(world: World) {
  return async (req: Request<{ payId: string }>, res: Response): Promise<void> => {
    const payment = world.state.payments.get(req.params.payId);
    if (payment === undefined) {
      res.status(404).type('html').send(notFoundPage());
      return;
    }
    const url = payment.status === 'PENDING' ? null : returnUrl(world, payment);
    if (url === null) {
      await sendPaymentPage(world, req, res, payment);
      return;
    }
    const settings = settingsOf(world, payment.merchantId);
    const pairs = callbackPairs(settings, payment, payment);
    if (settings.returnMethod === 'GET') res.redirect(302, `${url}?${encodeForm(pairs)}`);
    else res.type('html').send(selfPostingForm(url, pairs));
  };
}

/** The fault failure-replayed sends the DATA of a failure to the address of success. */
function returnUrl(world: World, payment: Payment): string | null {
  if (payment.status !== 'FAILED') return payment.urlSuccess;
  const replayed = world.faults.take(['failure-replayed'], 'return', payment.payId) !== null;
  return replayed ? payment.urlSuccess : payment.urlFailure;
}

function selfPostingForm(url: string, pairs: readonly Pair[]): string {
  const inputs = pairs.map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  return page(
    'Back to the shop',
    html`<main><form method="post" action="${url}" accept-charset="iso-8859-1" id="back">${inputs}
<button class="primary">Back to the shop</button></form></main>
<script>document.getElementById('back').submit();</script>`,
  );
}
