import { isDeepStrictEqual } from 'node:util';
import type { ShopPaymentRequest } from './shop-payment.ts';
import type { FieldProblem } from './shop-problem.ts';

/** The fields in which a request differs from an earlier one with the same TransID. */
export function differences(
  earlier: ShopPaymentRequest,
  asked: ShopPaymentRequest,
): readonly FieldProblem[] {
  const before = new Map(fieldsOf(earlier));
  const now = new Map(fieldsOf(asked));
  return [...new Set([...before.keys(), ...now.keys()])]
    .filter((field) => !isDeepStrictEqual(before.get(field), now.get(field)))
    .map((field) => ({ field, detail: before.has(field) ? 'was another' : 'was not sent before' }));
}

function fieldsOf({ returnUrls, ...fields }: ShopPaymentRequest): [string, unknown][] {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return [
    ...given,
    ['returnUrls.success', returnUrls.success],
    ['returnUrls.failure', returnUrls.failure],
  ];
}
