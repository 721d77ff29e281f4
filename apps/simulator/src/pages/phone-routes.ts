import type { Request, Response } from 'express';
import { type CustomerChoice, decideByCustomer } from '../customer-choice.ts';
import { pairValue } from '../envelope.ts';
import { formText } from '../form-text.ts';
import type { Payment } from '../state.ts';
import { settingsOf, type World } from '../world.ts';
import { notFoundPage } from './error-page.ts';
import { html, type Markup } from './html.ts';
import { francs, page } from './layout.ts';

type PhoneRequest = Request<{ token: string }>;

/** GET /phone/:token — the customer's TWINT app. The address alone is enough, on any device. */
export function phoneRoute(world: World) {
  return (req: PhoneRequest, res: Response): void => {
    const payment = findPayment(world, req);
    const { left } = req.query;
    if (payment === null) res.status(404).type('html').send(notFoundPage());
    else show(world, res, payment, left !== undefined);
  };
}

/** POST /phone/:token — approve, cancel, or walk away. Shows what came of it. */
export function phoneChoiceRoute(world: World) {
  return async (req: PhoneRequest, res: Response): Promise<void> => {
    const payment = findPayment(world, req);
    if (payment === null) {
      res.status(404).type('html').send(notFoundPage());
      return;
    }
    const wish = pairValue([...new URLSearchParams(formText(req))], 'choice');
    if (wish === 'leave') return res.redirect(303, `/phone/${payment.phoneToken}?left=1`);
    const choice = choices.find((known) => known === wish);
    if (choice === undefined) {
      res.status(400).type('html').send(notFoundPage());
      return;
    }
    // The phone does not wait until the shop has been told.
    decideByCustomer(world, payment, choice, 'customer').catch((error: unknown) => {
      world.log.error({ error, payId: payment.payId }, 'choice failed');
    });
    res.redirect(303, `/phone/${payment.phoneToken}`);
  };
}

const choices: readonly CustomerChoice[] = ['approve', 'approve-late', 'cancel', 'decline'];

function findPayment(world: World, req: PhoneRequest): Payment | null {
  const payId = world.state.payIdByPhoneToken.get(req.params.token);
  return world.state.payments.get(payId ?? '') ?? null;
}

function show(world: World, res: Response, payment: Payment, left: boolean): void {
  const { name } = settingsOf(world, payment.merchantId);
  const { amount, currency, orderDesc, status } = payment;
  const state = status !== 'PENDING' ? outcome(status) : left ? walkedAway() : question(payment);
  const body = html`<main>
<h1>TWINT</h1>
<p class="quiet">${name}${orderDesc === null ? '' : ` · ${orderDesc}`}</p>
<p class="amount">${francs(amount, currency)}</p>
${state}
</main>`;
  res
    .status(200)
    .type('html')
    .send(page(`${francs(amount, currency)} to ${name}`, body));
}

function question({ phoneToken }: Payment): Markup {
  return html`<form class="stack" method="post" action="/phone/${phoneToken}">
<button class="primary" name="choice" value="approve">Pay</button>
<button name="choice" value="cancel" class="danger">Decline</button>
<button name="choice" value="leave">Walk away</button>
<button name="choice" value="approve-late">Pay, with the shop’s page already closed</button>
</form>`;
}

function walkedAway(): Markup {
  return html`<p role="status">You put the phone away. The payment fails by itself when its time is up.</p>`;
}

function outcome(status: string): Markup {
  return status === 'FAILED'
    ? html`<p class="bad" role="status">Not paid. Nothing was taken from your account.</p>`
    : html`<p class="good" role="status">Paid. You can close this page.</p>`;
}
