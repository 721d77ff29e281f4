import { describeCode } from '../codes.ts';
import { html } from './html.ts';
import { page } from './layout.ts';

/** What a customer sees when the shop's request was refused: the eight characters, and no redirect. */
export function errorPage(code: string): string {
  return page(
    'Payment not possible',
    html`<main>
<h1>This payment cannot be started</h1>
<p>The shop’s request was refused: ${describeCode(code)}.</p>
<p class="code">${code}</p>
</main>`,
  );
}

/** A page for an address that leads nowhere. */
export function notFoundPage(): string {
  return page(
    'Not found',
    html`<main><h1>Not found</h1><p>Nothing lives at this address.</p></main>`,
  );
}
