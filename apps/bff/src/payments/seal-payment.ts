import { endpointUrl } from 'paygate-core/brands';
import {
  buildTwintRequest,
  type PageLanguage,
  paymentUrl,
  requestBody,
} from 'paygate-core/operations';
import type { GatewayConnection } from '../connections/gateway-connection.ts';
import type { Deps } from '../deps.ts';

/** What a customer is asked to pay. `amount` in minor units; `callbackBase` has no slash at its end. */
export type PaymentWish = {
  readonly transId: string;
  readonly amount: number;
  readonly refNr: string | null;
  readonly orderDesc: string;
  readonly callbackBase: string;
  readonly userData?: string | undefined;
  readonly plain?: string | undefined;
  readonly custom?: string | undefined;
  readonly reqId?: string | undefined;
  /** AUTO, MANUAL or hours; only where the contract takes it. */
  readonly capture?: string | undefined;
  readonly page?: 'twint' | 'paymentPage';
  readonly language?: PageLanguage | undefined;
};

/** A sealed request: to be posted as `form` to `url`, or opened by a browser as `redirectUrl`. */
export type SealedPayment = {
  readonly url: string;
  readonly form: string;
  readonly redirectUrl: string;
};

/**
 * Seals the request that takes a customer's browser to the gateway. Sends nothing.
 * @throws WireError with the parameter when a field breaks its format.
 */
export function sealPayment(
  { env }: Pick<Deps, 'env'>,
  connection: Pick<GatewayConnection, 'credentials' | 'slug' | 'baseUrl'>,
  { callbackBase, page = 'twint', language, ...fields }: PaymentWish,
): SealedPayment {
  const { credentials, slug, baseUrl } = connection;
  const callback = (kind: string): string => `${callbackBase}/callbacks/${slug}/${kind}`;
  const options = { allowLoopbackHttp: env.demo };
  const urls = {
    urlSuccess: callback('success'),
    urlFailure: callback('failure'),
    urlNotify: callback('notify'),
  };
  const pairs = buildTwintRequest(credentials, { ...fields, currency: 'CHF', ...urls }, options);
  const form = requestBody(credentials, pairs);
  return {
    url: endpointUrl(baseUrl, page, options),
    form,
    redirectUrl: paymentUrl(baseUrl, form, { page, language, ...options }),
  };
}
