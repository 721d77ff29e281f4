import type { Request, Response } from 'express';
import { type PageLanguage, pageLanguages } from 'paygate-core/operations';

/** The language of a customer whom no link gave one: the browser's, else English. */
export function languageOf(request: Request): PageLanguage {
  const asked = request.acceptsLanguages('en', 'de', 'fr', 'it');
  return pageLanguages.find((known) => known === asked) ?? 'en';
}

export type CustomerPage = {
  readonly language: PageLanguage;
  readonly title: string;
  /** Markup; every text in it went through `escapeHtml`. */
  readonly body: string;
  readonly tone?: 'plain' | 'good' | 'bad';
  /** Loads itself again after so many seconds, or goes on to an address of ours. */
  readonly refresh?: { readonly seconds: number; readonly to?: string };
  /** Where else a form on it may lead. */
  readonly formAction?: string;
};

/**
 * Sends a page to a customer: no script, no cookie, nothing loaded from elsewhere, nothing kept by
 * caches, and no referrer to whoever comes next.
 */
export function sendCustomerPage(response: Response, page: CustomerPage): void {
  const { language, title, body, tone = 'plain', refresh, formAction } = page;
  const forms = formAction === undefined ? "'self'" : `'self' ${formAction}`;
  response.setHeader(
    'Content-Security-Policy',
    `default-src 'none'; style-src 'self'; base-uri 'none'; form-action ${forms}; frame-ancestors 'none'`,
  );
  const again =
    refresh === undefined
      ? ''
      : `<meta http-equiv="refresh" content="${refresh.seconds}${refresh.to === undefined ? '' : `;url=${escapeHtml(refresh.to)}`}">`;
  response
    .type('html')
    .set('cache-control', 'no-store')
    .set('x-robots-tag', 'noindex')
    .send(
      `<!doctype html><html lang="${language}"><head><meta charset="utf-8">` +
        '<meta name="viewport" content="width=device-width, initial-scale=1">' +
        '<meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark">' +
        `${again}<title>${escapeHtml(title)}</title><link rel="stylesheet" href="/pay/style.css">` +
        `</head><body><main class="${tone}">${body}</main></body></html>`,
    );
}

/** Text as markup. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
}

/** The looks of every page for customers. */
export const customerStyle = `
:root { color-scheme: light dark; --ground: #f4f5f6; --card: #fff; --ink: #15191d; --quiet: #4c555e;
  --line: #c9cfd4; --accent: #0b5cad; --on-accent: #fff; --good: #0b6b3a; --bad: #a3231b; }
@media (prefers-color-scheme: dark) { :root { --ground: #101418; --card: #1a2026; --ink: #eef1f4;
  --quiet: #b3bcc5; --line: #3a444d; --accent: #7db8ff; --on-accent: #06131f; --good: #6fd39c; --bad: #ff9d94; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 16px;
  background: var(--ground); color: var(--ink); font: 17px/1.5 system-ui, sans-serif; }
main { width: min(100%, 420px); padding: 28px 24px; background: var(--card);
  border: 1px solid var(--line); border-radius: 12px; overflow-wrap: anywhere; }
h1 { margin: 0 0 4px; font-size: 22px; line-height: 1.3; }
main.good h1 { color: var(--good); } main.bad h1 { color: var(--bad); }
p { margin: 12px 0 0; } .quiet { color: var(--quiet); font-size: 15px; }
.amount { font-size: 34px; font-weight: 650; font-variant-numeric: tabular-nums; margin-top: 12px; }
.note { padding: 10px 12px; border: 1px solid var(--line); border-radius: 8px; }
button, .button { display: block; width: 100%; margin-top: 20px; min-height: 52px; padding: 12px 16px;
  border: 0; border-radius: 8px; background: var(--accent); color: var(--on-accent); font: inherit;
  font-weight: 650; text-align: center; text-decoration: none; cursor: pointer; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; }
@media (forced-colors: active) { button, .button, main { border: 1px solid; } }
`;
