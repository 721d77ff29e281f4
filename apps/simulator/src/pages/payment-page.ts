import type { Request, Response } from 'express';
import { toString as drawQr } from 'qrcode';
import type { Payment } from '../state.ts';
import { settingsOf, type World } from '../world.ts';
import { html, type Markup, trusted } from './html.ts';
import { francs, page } from './layout.ts';
import { originOf } from './origin.ts';

/** Shows the customer what to pay, and the QR code that leads a phone to its own page. */
export async function sendPaymentPage(
  world: World,
  req: Request,
  res: Response,
  payment: Payment,
): Promise<void> {
  const phoneUrl = `${originOf(world, req)}/phone/${payment.phoneToken}`;
  const { name } = settingsOf(world, payment.merchantId);
  const svg = await drawQr(phoneUrl, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' });
  const body =
    payment.status === 'PENDING'
      ? waiting(payment, name, phoneUrl, trusted(svg))
      : decided(payment, name);
  res
    .status(200)
    .type('html')
    .send(page(`Pay ${name}`, body));
}

function waiting(payment: Payment, merchant: string, phoneUrl: string, qr: Markup): Markup {
  const { payId, amount, currency, orderDesc, numericToken } = payment;
  return html`<main>
<h1>Pay with TWINT</h1>
<p class="quiet">${merchant}${orderDesc === null ? '' : ` · ${orderDesc}`}</p>
<p class="amount">${francs(amount, currency)}</p>
<div class="qr" role="img" aria-label="QR code of this payment" data-url="${phoneUrl}">${qr}</div>
<p>Scan the code with the phone, or enter <strong class="code">${numericToken}</strong>.</p>
<p><a href="${phoneUrl}" target="_blank" rel="noopener">Open the phone on this device</a></p>
<p class="quiet" role="status" id="status">Waiting for the phone …</p>
<noscript><p><a href="/pay/${payId}/return">Continue after you have confirmed</a></p></noscript>
</main>
<script>${trusted(pollScript(payId))}</script>`;
}

function decided(payment: Payment, merchant: string): Markup {
  const { payId, amount, currency, status } = payment;
  const paid = status !== 'FAILED';
  return html`<main>
<h1>${paid ? 'Thank you' : 'Not paid'}</h1>
<p class="quiet">${merchant}</p>
<p class="amount">${francs(amount, currency)}</p>
<p class="${paid ? 'good' : 'bad'}" role="status">${paid ? 'The payment is confirmed.' : 'The payment was not made.'}</p>
<p><a href="/pay/${payId}/return">Back to the shop</a></p>
</main>`;
}

/** Asks every second whether the phone has decided; `payId` is hex of our own making. */
function pollScript(payId: string): string {
  return `
const ask = async () => {
  try {
    const answer = await fetch('/pay/${payId}/state');
    const state = await answer.json();
    if (state.decided) { location.replace('/pay/${payId}/return'); return; }
  } catch { document.getElementById('status').textContent = 'Connection lost, trying again …'; }
  setTimeout(ask, 1000);
};
setTimeout(ask, 1000);`;
}
