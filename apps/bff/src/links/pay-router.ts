import { Router } from 'express';
import type { Deps } from '../deps.ts';
import { customerStyle, languageOf, sendCustomerPage } from './customer-page.ts';
import { customerWords } from './customer-words.ts';
import { sendLinkPage } from './link-page.ts';
import { openLink } from './open-link.ts';
import { sendReturnPage } from './return-page.ts';
import { startAttempt } from './start-attempt.ts';

/**
 * What customers open, without a session: GET /pay/<token> shows a link, POST takes the browser to
 * the gateway. Only a person presses a button: a preview or a scanner that fetches the address starts
 * no payment.
 */
export function payRouter(deps: Deps): Router {
  const router = Router();
  router.get('/style.css', (_request, response) => {
    response.type('css').set('cache-control', 'max-age=3600').send(customerStyle);
  });
  for (const outcome of ['paid', 'not-paid'] as const) {
    router.get(`/return/${outcome}`, (request, response) => {
      sendReturnPage(response, languageOf(request), outcome);
    });
  }
  router.get('/:token', async (request, response) => {
    const link = await openLink(deps, String(request.params.token));
    if (link !== null) {
      sendLinkPage(response, link);
      return;
    }
    const language = languageOf(request);
    const { unknownTitle: title, unknownText } = customerWords[language];
    response.status(404);
    const body = `<h1>${title}</h1><p>${unknownText}</p>`;
    sendCustomerPage(response, { language, title, body, tone: 'bad' });
  });
  router.post('/:token', async (request, response) => {
    const token = String(request.params.token);
    const link = await openLink(deps, token);
    const to = link === null ? null : await startAttempt(deps, link);
    // Paid, withdrawn or busy in this very moment: the page says which.
    response
      .set('cache-control', 'no-store')
      .redirect(303, to ?? `/pay/${encodeURIComponent(token)}`);
  });
  return router;
}
