import { z } from 'zod';
import { operationPaths } from '../brands.ts';
import * as field from '../fields.ts';
import type { Pair } from '../wire/parameters.ts';
import type { Credentials } from './credentials.ts';
import { inquireResponse, parseInquireResponse } from './inquire.ts';
import { checkedPairs } from './request.ts';

export const inquire24Path = operationPaths.inquire24;

/**
 * An inquiry without PayID, for a payment whose answer never came. Presumably it covers the last 24
 * hours only; no source describes a MAC for it.
 */
export const inquire24Request = z.strictObject({
  MerchantID: field.merchantId,
  TransID: field.foreignTransId,
});

export const inquire24Response = inquireResponse;

/**
 * The ordered pairs of an inquiry by TransID alone.
 * @throws WireError with the parameter and the rule it breaks.
 */
export function buildInquire24Request(
  { merchantId }: Credentials,
  { transId }: { readonly transId: string },
): Pair[] {
  return checkedPairs(inquire24Request, { MerchantID: merchantId, TransID: transId });
}

export const parseInquire24Response = parseInquireResponse;
