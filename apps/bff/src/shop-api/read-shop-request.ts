import { type ShopPaymentRequest, shopPaymentRequest } from './shop-payment.ts';
import { ShopProblem } from './shop-problem.ts';

/** @throws ShopProblem `invalid-request`, with every field that is wrong at once. */
export function readShopRequest(body: unknown): ShopPaymentRequest {
  const read = shopPaymentRequest.safeParse(body);
  if (read.success) return read.data;
  const errors = read.error.issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') {
      return [{ field: issue.path.join('.'), detail: issue.message }];
    }
    return issue.keys.map((key) => ({
      field: [...issue.path, key].join('.').slice(0, 200),
      detail: 'no such field',
    }));
  });
  throw new ShopProblem('invalid-request', errors);
}
