import type { Request, Response } from 'express';
import type { PageLanguage } from 'paygate-core/operations';
import { escapeHtml, languageOf, sendCustomerPage } from './customer-page.ts';
import { customerWords } from './customer-words.ts';

/** What the gateway's own words say about a payment, once they are known to be its words. */
export type ReturnOutcome = 'paid' | 'not-paid';

/**
 * Takes a browser that came back from the gateway off the address that holds the message, to one that
 * says nothing: no copy, no history entry and no referrer carries the parameters on.
 */
export function sendOnward(response: Response, request: Request, to: string): void {
  const language = languageOf(request);
  const words = customerWords[language];
  const body = `<h1>${words.title}</h1><p><a class="button" href="${escapeHtml(to)}">${words.goOn}</a></p>`;
  sendCustomerPage(response, { language, title: words.title, body, refresh: { seconds: 0, to } });
}

/** Where somebody ends whose message was not the gateway's. */
export function sendUnreadable(response: Response, request: Request): void {
  const language = languageOf(request);
  const { unreadableTitle: title, unreadableText } = customerWords[language];
  const body = `<h1>${title}</h1><p>${unreadableText}</p>`;
  sendCustomerPage(response, { language, title, body, tone: 'bad' });
}

/** The friendly end for customers of a shop that points its returns at us. It proves nothing to anybody. */
export function sendReturnPage(response: Response, language: PageLanguage, outcome: ReturnOutcome) {
  const words = customerWords[language];
  const paid = outcome === 'paid';
  const title = paid ? words.returnPaidTitle : words.returnNotPaidTitle;
  const text = paid ? words.returnPaidText : words.returnNotPaidText;
  const body = `<h1>${title}</h1><p>${text}</p>`;
  sendCustomerPage(response, { language, title, body, tone: paid ? 'good' : 'bad' });
}
