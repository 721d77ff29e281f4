import { z } from 'zod';
import { operationPaths } from '../brands.ts';
import { computeMac } from '../crypto/mac.ts';
import { macInput } from '../crypto/mac-input.ts';
import * as field from '../fields.ts';
import type { Pair, Parameters } from '../wire/parameters.ts';
import { hint, oneMerchantName, type Read } from './answer.ts';
import type { Credentials } from './credentials.ts';
import { checkedPairs, readFields } from './request.ts';

export const refNrChangePath = operationPaths.refNrChange;

/** The only status that can mean success. */
export const refNrChangeStatuses: readonly string[] = ['OK'];

/**
 * The gateway's chapter names PayID and RefNr and says no more. TransID and MAC go along as with an
 * inquiry, which has no amount either: a parameter too many is ignored.
 */
export const refNrChangeRequest = z.strictObject({
  MerchantID: field.merchantId,
  PayID: field.payId,
  TransID: field.receivedTransId,
  RefNr: field.refNr,
  MAC: field.mac.optional(),
});

/** No source describes the answer: what every other answer has is asked for, and no more. */
export const refNrChangeResponse = z.object({
  mid: field.merchantId,
  PayID: field.payId,
  TransID: hint(field.receivedTransId),
  RefNr: hint(field.receivedRefNr),
  Status: field.status,
  Code: field.code,
  Description: hint(field.description),
});

export type RefNrChangeAnswer = {
  readonly merchantId: string;
  readonly payId: string;
  readonly transId: string | null;
  readonly refNr: string | null;
  readonly status: string;
  readonly code: string;
  readonly description: string | null;
};

type Asked = { readonly payId: string; readonly transId: string; readonly refNr: string };

/**
 * The ordered pairs with which a payment gets another reference. It moves no money.
 * @throws WireError with the parameter and the rule it breaks.
 */
export function buildRefNrChangeRequest(
  { merchantId, macKey }: Credentials,
  { payId, transId, refNr }: Asked,
): Pair[] {
  const pairs = checkedPairs(refNrChangeRequest, {
    MerchantID: merchantId,
    PayID: payId,
    TransID: transId,
    RefNr: refNr,
  });
  return [...pairs, ['MAC', computeMac(macKey, macInput.inquiry({ payId, transId, merchantId }))]];
}

/** Reads the answer, or names the field that makes it unusable. */
export function parseRefNrChangeResponse(parameters: Parameters): Read<RefNrChangeAnswer> {
  const merged = oneMerchantName(parameters);
  if (merged === null) return { ok: false, parameter: 'mid', rule: 'the same as MerchantID' };
  const checked = readFields(refNrChangeResponse, merged);
  if (!checked.ok) return checked;
  const f = checked.fields;
  return {
    ok: true,
    merchantId: f.mid,
    payId: f.PayID,
    transId: f.TransID ?? null,
    refNr: f.RefNr ?? null,
    status: f.Status,
    code: f.Code,
    description: f.Description ?? null,
  };
}

/** Whether an answer is about what was asked: what it leaves out contradicts nothing. */
export function echoesRefNrChange(
  answer: RefNrChangeAnswer,
  asked: Asked & { readonly merchantId: string },
): boolean {
  return (
    answer.merchantId === asked.merchantId &&
    answer.payId === asked.payId &&
    (answer.transId === null || answer.transId === asked.transId) &&
    (answer.refNr === null || answer.refNr === asked.refNr)
  );
}
