import { faultEndpoints, faultNames } from '../faults.ts';
import { amountsOf } from '../ledger.ts';
import type { Payment } from '../state.ts';
import type { World } from '../world.ts';
import { html, type Markup } from './html.ts';
import { francs, page } from './layout.ts';

const shown = 100;
const hourMs = 3_600_000;

/** The page for a human: clock, faults, payments and the newest hundred steps of the ledger. */
export function homePage(world: World): string {
  return page(
    'Paygate simulator',
    html`<main class="plain"><h1>Paygate simulator</h1>
${clockSection(world)}
${paymentSection(world)}
${faultSection(world)}
${ledgerSection(world)}
<p><a href="/batches">Batch manager</a></p></main>`,
    'wide',
  );
}

function clockSection({ clock }: World): Markup {
  const now = new Date(clock.now()).toISOString().slice(0, 19).replace('T', ' ');
  const step = (label: string, ms: number) =>
    html`<button name="advanceMs" value="${ms}">${label}</button>`;
  return html`<section aria-labelledby="clock"><h2 id="clock">Clock</h2>
<p>${now} UTC <span class="quiet">(${Math.round(clock.offsetMs() / 1000)} s beside the machine)</span></p>
<form class="row" method="post" action="/home/clock">
${step('+ 1 hour', hourMs)}${step('+ 1 day', 24 * hourMs)}${step('+ 7 days', 7 * 24 * hourMs)}
</form></section>`;
}

function paymentSection({ state }: World): Markup {
  const merchants = [...state.merchants.keys()].map((id) => html`<option>${id}</option>`);
  const rows = [...state.payments.values()].slice(-shown).reverse().map(paymentRow);
  return html`<section aria-labelledby="payments"><h2 id="payments">Payments</h2>
<form class="row" method="post" action="/home/payments">
<label>Merchant <select name="merchantId">${merchants}</select></label>
<label>Minor units <input name="amount" inputmode="numeric" value="4990" size="8"></label>
<label>TransID <input name="transId" size="16" placeholder="made up if empty"></label>
<label>Outcome <select name="outcome"><option>approve</option><option>decline</option><option>abandon</option></select></label>
<label>URLNotify <input name="notifyUrl" size="32"></label>
<button class="primary">Create payment</button>
</form>
<div class="scroll" tabindex="0" role="region" aria-label="Payments"><table>
<thead><tr><th>TransID</th><th>Merchant</th><th class="number">Amount</th><th>Status</th>
<th class="number">Captured</th><th class="number">Credited</th><th>Pages</th></tr></thead>
<tbody>${rows}</tbody></table></div></section>`;
}

function paymentRow(payment: Payment): Markup {
  const { payId, transId, merchantId, amount, currency, status, phoneToken, steps } = payment;
  const sum = amountsOf(steps);
  return html`<tr><td>${transId}</td><td>${merchantId}</td>
<td class="number">${francs(amount, currency)}</td><td>${status}</td>
<td class="number">${francs(sum.captured, currency)}</td>
<td class="number">${francs(sum.credited, currency)}</td>
<td><a href="/pay/${payId}">payment</a> · <a href="/phone/${phoneToken}">phone</a></td></tr>`;
}

function faultSection({ faults }: World): Markup {
  const names = faultNames.map((name) => html`<option>${name}</option>`);
  const endpoints = faultEndpoints.map((name) => html`<option>${name}</option>`);
  const active = faults.list().map(
    ({
      id,
      fault,
      endpoint,
      payId,
      left,
    }) => html`<li><form class="row" method="post" action="/home/faults/clear">
<span>${fault} · ${endpoint ?? 'where it usually strikes'} · ${payId ?? 'any payment'} · ${left} left</span>
<button class="danger" name="id" value="${id}" aria-label="Clear ${fault}">Clear</button></form></li>`,
  );
  return html`<section aria-labelledby="faults"><h2 id="faults">Faults</h2>
<form class="row" method="post" action="/home/faults">
<label>Fault <select name="fault">${names}</select></label>
<label>Endpoint <select name="endpoint"><option value="">usual</option>${endpoints}</select></label>
<label>Times <input name="count" inputmode="numeric" value="1" size="4"></label>
<button class="primary">Switch on</button>
</form>
${active.length === 0 ? html`<p class="quiet">None is switched on.</p>` : html`<ul>${active}</ul>`}</section>`;
}

function ledgerSection({ state }: World): Markup {
  const rows = state.entries
    .slice(-shown)
    .reverse()
    .map(
      ({ seq, at, kind, amount, transId, payId, reqId, source }) => html`<tr><td>${seq}</td>
<td>${new Date(at).toISOString().slice(0, 19)}</td><td>${kind}</td>
<td class="number">${francs(amount, 'CHF')}</td><td>${transId}</td><td>${source}</td>
<td>${reqId ?? ''}</td><td class="code">${payId}</td></tr>`,
    );
  return html`<section aria-labelledby="ledger"><h2 id="ledger">Ledger</h2>
<p class="quiet">${state.entries.length} executed steps; the newest ${shown} are shown.</p>
<div class="scroll" tabindex="0" role="region" aria-label="Ledger"><table>
<thead><tr><th>No.</th><th>At</th><th>Step</th><th class="number">Amount</th><th>TransID</th>
<th>Source</th><th>ReqId</th><th>PayID</th></tr></thead><tbody>${rows}</tbody></table></div></section>`;
}
