import type { Request } from 'express';

/** The form text of a request: its body, or the query string of a GET. ISO-8859-1, still encoded. */
export function formText(req: Request): string {
  const query = req.originalUrl.split('?').slice(1).join('?');
  if (req.method === 'GET') return query;
  return Buffer.isBuffer(req.body) ? req.body.toString('latin1') : '';
}
