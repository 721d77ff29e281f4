import { endpointUrl } from 'paygate-core/brands';
import {
  answerEchoes,
  buildInquireRequest,
  buildTwintRequest,
  type Credentials,
  type InquireAnswer,
  openAnswer,
  parseInquireResponse,
  paymentUrl,
  requestBody,
} from 'paygate-core/operations';
import { createCipher } from 'paygate-core/wire';
import { settings } from './env.ts';

const allowLoopbackHttp = true;

export const credentials: Credentials = {
  merchantId: settings.merchantId,
  cipher: createCipher('blowfish', settings.blowfishKey),
  macKey: settings.hmacKey,
};

/** Where to send the customer's browser for an order; `amount` in Rappen. */
export function addressToPay(order: { readonly transId: string; readonly amount: number }): string {
  const pairs = buildTwintRequest(
    credentials,
    {
      ...order,
      currency: 'CHF',
      orderDesc: 'One rucksack',
      urlSuccess: `${settings.shopUrl}/success`,
      urlFailure: `${settings.shopUrl}/failure`,
      urlNotify: `${settings.shopUrl}/notify`,
    },
    { allowLoopbackHttp },
  );
  return paymentUrl(settings.gatewayUrl, requestBody(credentials, pairs), { allowLoopbackHttp });
}

/** What the gateway states about a payment now; null when its answer is not about this one. */
export async function inquire(asked: {
  readonly payId: string;
  readonly transId: string;
}): Promise<InquireAnswer['amounts']> {
  const url = endpointUrl(settings.gatewayUrl, 'inquire', { allowLoopbackHttp });
  const response = await fetch(url, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: requestBody(credentials, buildInquireRequest(credentials, asked)),
    signal: AbortSignal.timeout(30_000),
  });
  const opened = openAnswer(credentials.cipher, await response.text());
  if (!opened.ok) return null;
  const answer = parseInquireResponse(opened.parameters);
  const expected = { merchantId: credentials.merchantId, ...asked };
  return answer.ok && answerEchoes(answer, expected) ? answer.amounts : null;
}
