import type { Request, Response } from 'express';

const texts = {
  en: {
    stored: 'Thank you. The shop has been told; you can close this page.',
    refused: 'This page could not be read. Please go back to the shop; it knows what happened.',
  },
  de: {
    stored: 'Vielen Dank. Der Shop weiss Bescheid; Sie können diese Seite schliessen.',
    refused:
      'Diese Seite liess sich nicht lesen. Bitte gehen Sie zurück zum Shop; er weiss, was geschehen ist.',
  },
} as const;

/**
 * What a customer sees who is sent back here instead of to a shop. It says nothing about the payment:
 * where a browser is sent proves nothing.
 */
export function returnPage(response: Response, request: Request, stored: boolean): void {
  const language = request.acceptsLanguages('en', 'de') === 'de' ? 'de' : 'en';
  const text = texts[language][stored ? 'stored' : 'refused'];
  response
    .type('html')
    .set('cache-control', 'no-store')
    .send(
      `<!doctype html><html lang="${language}"><meta charset="utf-8">` +
        `<meta name="viewport" content="width=device-width"><title>TWINT</title><p>${text}</p></html>`,
    );
}
