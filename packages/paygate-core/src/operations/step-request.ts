import type { z } from 'zod';
import { computeMac } from '../crypto/mac.ts';
import { macInput } from '../crypto/mac-input.ts';
import type { Pair } from '../wire/parameters.ts';
import type { Credentials } from './credentials.ts';
import { checkedPairs } from './request.ts';

/**
 * What a capture, a reversal or a credit is about. `amount` in whole minor units; `transId` is the
 * payment's own, `reqId` names this operation (a UUID fits without its hyphens).
 */
export type StepFields = {
  readonly payId: string;
  readonly transId: string;
  readonly amount: number;
  readonly currency: string;
  readonly reqId: string;
  readonly refNr?: string | null | undefined;
};

/**
 * Only names on this list ever leave in a server request, all of them ASCII. Both documents also
 * know UserData for reversal and credit; it is not covered by the MAC and never sent.
 * @throws WireError before a MAC is computed over anything malformed.
 */
export function buildStepRequest(
  schema: z.ZodObject,
  { merchantId, macKey }: Credentials,
  fields: StepFields,
  more: { readonly CompleteType?: string | undefined } = {},
): Pair[] {
  const { payId, transId, amount, currency, reqId, refNr } = fields;
  const pairs = checkedPairs(schema.omit({ MAC: true }), {
    MerchantID: merchantId,
    PayID: payId,
    TransID: transId,
    Amount: amount,
    Currency: currency,
    ...more,
    RefNr: refNr,
    ReqId: reqId,
  });
  const input = macInput.request({ payId, transId, merchantId, amount, currency });

  return [...pairs, ['MAC', computeMac(macKey, input)]];
}
