import { createHash } from 'node:crypto';
import { WireError } from 'paygate-core/wire';
import type { GatewayConnection } from '../connections/gateway-connection.ts';
import type { Deps } from '../deps.ts';
import { captureValue } from '../payments/capture-value.ts';
import { type PaymentWish, sealPayment } from '../payments/seal-payment.ts';
import { isOpenAddress } from './open-address.ts';
import type { ShopPaymentRequest } from './shop-payment.ts';
import type { AskedPayment } from './shop-payment-store.ts';
import { badField, type ShopProblem } from './shop-problem.ts';

/** Browsers and proxies take longer addresses, but not all of them. */
const LONGEST_REDIRECT = 2000;

const fieldOf: Readonly<Record<string, string>> = {
  TransID: 'transId',
  RefNr: 'refNr',
  Amount: 'amount',
  OrderDesc: 'description',
};

/** How a payment is captured, and from where it was asked for. */
export type ShopTerms = Pick<AskedPayment, 'capture' | 'captureHours' | 'origin'>;

/**
 * Asks every rule that the schema cannot know, down to the request that the customer's browser will
 * take to the gateway, and answers the terms.
 * @throws ShopProblem `invalid-request` with the field.
 */
export function checkShopWish(
  deps: Pick<Deps, 'env'>,
  connection: GatewayConnection,
  asked: ShopPaymentRequest,
  { origin, hasSecret }: { readonly origin: string; readonly hasSecret: boolean },
): ShopTerms {
  const { minimum, mode, captureParameter } = connection;
  if (asked.amount < minimum) {
    throw badField('amount', `at least ${minimum}, the smallest amount of this contract`);
  }
  const own = mode === 'sale' ? 'at-once' : 'by-hand';
  const capture = asked.capture ?? own;
  if (captureParameter === 'no' && capture !== own) {
    throw badField('capture', `"${own}" or left out: this contract decides it`);
  }
  for (const [field, address] of addressesOf(asked)) {
    if (!isOpenAddress(address, deps.env.demo)) throw badField(field, 'an https address');
  }
  if (asked.webhookUrl !== undefined && !hasSecret) {
    throw badField(
      'webhookUrl',
      'no secret signs webhooks yet: make one in Paygate Desk, on the Shop API page of the connection',
    );
  }
  const terms = { capture, captureHours: asked.captureHours ?? null, origin };
  const redirectUrl = sealShopPayment(deps, connection, asked, terms);
  if (redirectUrl.length > LONGEST_REDIRECT)
    throw badField('description', 'too long for one address');
  return terms;
}

/**
 * The address that takes the customer to the gateway. The same payment gives the same request, with
 * the same ReqId: a browser that sends it again pays nothing twice.
 * @throws ShopProblem `invalid-request` where the gateway's format is broken.
 */
export function sealShopPayment(
  deps: Pick<Deps, 'env'>,
  connection: GatewayConnection,
  asked: ShopPaymentRequest,
  terms: ShopTerms,
): string {
  try {
    return sealPayment(deps, connection, wishOf(connection, asked, terms)).redirectUrl;
  } catch (error) {
    if (error instanceof WireError) throw explain(error);
    throw error;
  }
}

/** What the gateway is asked for. */
export function wishOf(
  connection: Pick<GatewayConnection, 'captureParameter' | 'linkPage'>,
  asked: ShopPaymentRequest,
  terms: ShopTerms,
): PaymentWish {
  const { transId, amount, refNr = null, description, language } = asked;
  return {
    transId,
    amount,
    refNr,
    orderDesc: description,
    callbackBase: terms.origin,
    // One per TransID: a request that a browser sends again gives back how it ended.
    reqId: reqIdOf(transId),
    capture: connection.captureParameter === 'yes' ? captureValue(terms) : undefined,
    page: connection.linkPage,
    language,
  };
}

function* addressesOf(asked: ShopPaymentRequest): Iterable<readonly [field: string, string]> {
  yield ['returnUrls.success', asked.returnUrls.success];
  yield ['returnUrls.failure', asked.returnUrls.failure];
  if (asked.webhookUrl !== undefined) yield ['webhookUrl', asked.webhookUrl];
}

/** At most 32 characters, whatever the TransID is. */
function reqIdOf(transId: string): string {
  return createHash('sha256').update(transId).digest('hex').slice(0, 32);
}

function explain({ parameter, rule }: WireError): ShopProblem {
  const field = fieldOf[parameter];
  if (field !== undefined) return badField(field, rule);
  const detail =
    'call this API under the public https address of Paygate Desk: the gateway sends its notifications there';
  return badField('', detail);
}
