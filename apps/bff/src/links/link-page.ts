import type { Response } from 'express';
import { customerClock, customerMoney, customerTime } from './customer-format.ts';
import { type CustomerPage, escapeHtml, sendCustomerPage } from './customer-page.ts';
import { customerWords } from './customer-words.ts';
import type { LinkStanding } from './link.ts';
import { isPayable } from './start-attempt.ts';

const LOOK_AGAIN_S = 4;

export type ShownLink = LinkStanding & {
  readonly merchantName: string;
  /** Origin of the gateway the form leads to. */
  readonly gateway: string;
};

/** What a customer sees behind a link: what is asked for, and whether it can be, is being or was paid. */
export function sendLinkPage(response: Response, link: ShownLink): void {
  sendCustomerPage(response, pageOf(link));
}

function pageOf(link: ShownLink): CustomerPage {
  const { language, token, merchantName, state } = link;
  const words = customerWords[language];
  if (state === 'paid') {
    const body = `${heading(`✓ ${words.paidTitle}`)}${facts(link)}<p role="status">${words.paidText}</p>`;
    return { language, title: words.paidTitle, body, tone: 'good' };
  }
  if (link.busySince !== null) {
    const again =
      state === 'withdrawn' || link.againAt === null
        ? ''
        : `<p class="quiet">${words.againAt(customerClock(link.againAt))}</p>`;
    const body = `${heading(words.busyTitle)}${facts(link)}<p role="status">${words.busyText}</p>${again}`;
    const refresh = { seconds: LOOK_AGAIN_S };
    return { language, title: words.busyTitle, body, refresh };
  }
  if (!isPayable(link)) {
    const title = state === 'withdrawn' ? words.withdrawnTitle : words.expiredTitle;
    const body = `${heading(title)}<p>${escapeHtml(words.overText(merchantName))}</p>`;
    return { language, title, body, tone: 'bad' };
  }
  const failed =
    state === 'abandoned' ? `<p class="note" role="status">${words.notPaidYet}</p>` : '';
  const until = `<p class="quiet">${words.validUntil} ${customerTime(link.validUntil)}</p>`;
  const form = `<form method="post" action="/pay/${token}"><button>${words.pay}</button></form>`;
  const title = `${words.title} – ${merchantName}`;
  const body = `${heading(words.title)}${facts(link)}${failed}${form}${until}`;
  return { language, title, body, formAction: link.gateway };
}

function heading(text: string): string {
  return `<h1>${text}</h1>`;
}

function facts({ merchantName, amount, orderDesc, refNr, language }: ShownLink): string {
  const order =
    refNr === null
      ? ''
      : `<p class="quiet">${customerWords[language].order} ${escapeHtml(refNr)}</p>`;
  return (
    `<p class="quiet">${escapeHtml(merchantName)}</p>` +
    `<p class="amount">${customerMoney(amount)}</p><p>${escapeHtml(orderDesc)}</p>${order}`
  );
}
