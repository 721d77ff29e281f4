import { z } from 'zod';
import { endpointUrl, operationPaths } from '../brands.ts';
import { computeMac } from '../crypto/mac.ts';
import { macInput } from '../crypto/mac-input.ts';
import * as field from '../fields.ts';
import type { Pair } from '../wire/parameters.ts';
import { hint } from './answer.ts';
import type { Credentials } from './credentials.ts';
import { checkedPairs } from './request.ts';

export const twintPath = operationPaths.twint;

/** What a callback may say of a payment that goes well; what the second one means, the mode decides. */
export const twintStatuses: readonly string[] = ['OK', 'AUTHORIZE_REQUEST'];

/**
 * Every field of both documents for the payment itself. They differ in Capture only, which First Cash
 * alone knows. `allowLoopbackHttp` is for demonstrations on one machine.
 */
export const twintRequestSchema = (allowLoopbackHttp: boolean) =>
  z.strictObject({
    MerchantID: field.merchantId,
    TransID: field.ownTransId,
    RefNr: field.refNr.optional(),
    Amount: field.amount,
    Currency: field.currency,
    MAC: field.mac,
    OrderDesc: field.orderDesc,
    URLSuccess: field.callbackUrl(allowLoopbackHttp),
    URLFailure: field.callbackUrl(allowLoopbackHttp),
    Response: field.response.optional(),
    URLNotify: field.callbackUrl(allowLoopbackHttp),
    UserData: field.userData.optional(),
    ReqId: field.reqId.optional(),
    Capture: field.capture.optional(),
    Plain: field.plain.optional(),
    Custom: field.custom.optional(),
  });

/** The request as it goes to a real gateway. */
export const twintRequest = twintRequestSchema(false);

/**
 * What comes to URLSuccess, URLFailure and URLNotify. First Cash leaves out PayID and XID although
 * its own MAC needs the PayID: it is required here, the XID is not. MerchantID may be called `mid`
 * and is not reliably there. Description is mandatory in both but decides nothing. RefNr is optional
 * in Pay-Jet's text and conditional in First Cash's, copied there from cards.
 */
export const twintResponse = z.object({
  mid: field.merchantId.optional(),
  PayID: field.payId,
  XID: hint(field.xid),
  TransID: field.receivedTransId,
  RefNr: hint(field.receivedRefNr),
  Status: field.status,
  Description: hint(field.description),
  Code: field.code,
  MAC: field.mac,
  UserData: hint(field.userData),
  TransactionID: hint(field.transactionId),
  Plain: hint(field.plain),
  Custom: hint(field.custom),
});

/** `amount` in whole minor units. */
export type TwintFields = {
  readonly transId: string;
  readonly amount: number;
  readonly currency: string;
  readonly orderDesc: string;
  readonly urlSuccess: string;
  readonly urlFailure: string;
  readonly urlNotify: string;
  readonly refNr?: string | null | undefined;
  readonly userData?: string | undefined;
  readonly reqId?: string | undefined;
  readonly capture?: string | undefined;
  readonly plain?: string | undefined;
  readonly custom?: string | undefined;
};

const withoutMac = {
  strict: twintRequest.omit({ MAC: true }),
  loopback: twintRequestSchema(true).omit({ MAC: true }),
};

/**
 * The ordered pairs of an initial payment, MAC last. The answer is always asked for encrypted.
 * @throws WireError with the parameter and the rule it breaks.
 */
export function buildTwintRequest(
  { merchantId, macKey }: Credentials,
  fields: TwintFields,
  { allowLoopbackHttp = false }: { readonly allowLoopbackHttp?: boolean } = {},
): Pair[] {
  const { transId, amount, currency } = fields;
  const pairs = checkedPairs(allowLoopbackHttp ? withoutMac.loopback : withoutMac.strict, {
    MerchantID: merchantId,
    TransID: transId,
    RefNr: fields.refNr,
    Amount: amount,
    Currency: currency,
    OrderDesc: fields.orderDesc,
    URLSuccess: fields.urlSuccess,
    URLFailure: fields.urlFailure,
    URLNotify: fields.urlNotify,
    Response: 'encrypt',
    UserData: fields.userData,
    ReqId: fields.reqId,
    Capture: fields.capture,
    Plain: fields.plain,
    Custom: fields.custom,
  });
  const input = macInput.initial({ transId, merchantId, amount, currency });

  return [...pairs, ['MAC', computeMac(macKey, input)]];
}

/** Languages the gateway's pages are asked for; the parameter travels in clear. */
export const pageLanguages = ['de', 'en', 'fr', 'it'] as const;
export type PageLanguage = (typeof pageLanguages)[number];

/**
 * The address that takes a customer's browser to the gateway: twint.aspx itself, or the hosted page
 * reduced to TWINT. `PayTypes` and `Language` travel in clear beside the sealed `Data`.
 * @throws WireError unless the base may be called.
 */
export function paymentUrl(
  baseUrl: string,
  form: string,
  {
    page = 'twint',
    language,
    allowLoopbackHttp = false,
  }: {
    readonly page?: 'twint' | 'paymentPage';
    readonly language?: PageLanguage | undefined;
    readonly allowLoopbackHttp?: boolean;
  } = {},
): string {
  const types = page === 'paymentPage' ? '&PayTypes=TWINT' : '';
  const spoken = language === undefined ? '' : `&Language=${language}`;
  return `${endpointUrl(baseUrl, page, { allowLoopbackHttp })}?${form}${types}${spoken}`;
}
