import type { Response } from 'express';
import { z } from 'zod';
import { isUnavailable } from '../storage/is-unavailable.ts';
import { isUnstorable } from '../storage/is-unstorable.ts';
import { ShopProblem, type ShopProblemCode, shopProblems } from './shop-problem.ts';

const codes = Object.keys(shopProblems) as [ShopProblemCode, ...ShopProblemCode[]];

/** RFC 9457. */
export const shopProblemView = z.strictObject({
  type: z.string().describe('A URN that ends in the code.'),
  title: z.string(),
  status: z.int(),
  detail: z.string().describe('What to do about it.'),
  code: z.enum(codes).describe('Stable; program against it.'),
  errors: z
    .array(z.strictObject({ field: z.string(), detail: z.string() }))
    .optional()
    .describe('The fields it is about, named as in the request, e.g. returnUrls.success.'),
  requestId: z.string().describe('Names this request in our log.'),
});

/** What an error means to a shop. An unexpected one is told without any detail. */
export function toProblem(error: unknown): ShopProblem {
  if (error instanceof ShopProblem) return error;
  if (isUnavailable(error)) return new ShopProblem('unavailable');
  // An address with a percent sign that stands for nothing, or for what no name can hold.
  if (error instanceof URIError || isUnstorable(error)) return new ShopProblem('no-such-endpoint');
  const told = error instanceof Error && 'type' in error ? String(error.type) : '';
  if (told === 'entity.too.large') return new ShopProblem('too-large');
  // Bytes that are no JSON, of a charset nobody expects, compressed, or cut off.
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500;
  if (status === 415) return new ShopProblem('not-json');
  return new ShopProblem(status >= 400 && status < 500 ? 'malformed-json' : 'internal');
}

/** Answers with it. */
export function sendProblem(
  response: Response,
  { code, errors }: ShopProblem,
  requestId: string,
): void {
  const [status, title, detail] = shopProblems[code];
  const body: z.input<typeof shopProblemView> = {
    type: `urn:paygate-desk:problem:${code}`,
    title,
    status,
    detail,
    code,
    ...(errors.length > 0 ? { errors: [...errors] } : {}),
    requestId,
  };
  if (status === 401) response.set('www-authenticate', 'Bearer realm="Paygate Desk"');
  if (status === 429 || status === 503) response.set('retry-after', '10');
  response.status(status).type('application/problem+json').send(JSON.stringify(body));
}
