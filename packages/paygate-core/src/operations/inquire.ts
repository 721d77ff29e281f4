import { z } from 'zod';
import { operationPaths } from '../brands.ts';
import { computeMac } from '../crypto/mac.ts';
import { macInput } from '../crypto/mac-input.ts';
import * as field from '../fields.ts';
import type { Pair, Parameters } from '../wire/parameters.ts';
import { hint, oneMerchantName, type Read } from './answer.ts';
import type { Credentials } from './credentials.ts';
import { checkedPairs, readFields } from './request.ts';

export const inquirePath = operationPaths.inquire;

/** The status of the inquiry itself, not of the payment. */
export const inquireStatuses: readonly string[] = ['OK'];

/**
 * Described by the gateway's inquiry chapter; neither seed document has it. The MAC is asked for in
 * one edition and needless in others, so it is sent: a parameter too many is ignored.
 */
export const inquireRequest = z.strictObject({
  MerchantID: field.merchantId,
  PayID: field.payId,
  TransID: field.receivedTransId.optional(),
  MAC: field.mac.optional(),
});

/** An inquiry that failed may echo nothing and has no amounts, so only its own result is mandatory. */
export const inquireResponse = z.object({
  mid: hint(field.merchantId),
  PayID: hint(field.payId),
  XID: hint(field.xid),
  TransID: hint(field.receivedTransId),
  Status: field.status,
  Code: field.code,
  Description: hint(field.description),
  AmountAuth: hint(field.receivedAmount),
  AmountCap: hint(field.receivedAmount),
  AmountCred: hint(field.receivedAmount),
  LastStatus: hint(field.status),
  Currency: hint(field.currency),
  RefNr: hint(field.receivedRefNr),
});

/** Decide by the amounts: LastStatus tells only of the last step, and a failed credit hides a good capture. */
export type InquireAnswer = {
  readonly merchantId: string | null;
  readonly payId: string | null;
  readonly transId: string | null;
  readonly xid: string | null;
  readonly status: string;
  readonly code: string;
  readonly description: string | null;
  /** Whole minor units; null unless all three came. */
  readonly amounts: {
    readonly authorized: number;
    readonly captured: number;
    readonly credited: number;
  } | null;
  readonly lastStatus: string | null;
  readonly currency: string | null;
  readonly refNr: string | null;
};

/**
 * The ordered pairs of an inquiry by PayID and TransID. Editions differ on whether the TransID must
 * be there; null leaves it out, for a payment of which only the PayID is known.
 * @throws WireError with the parameter and the rule it breaks.
 */
export function buildInquireRequest(
  { merchantId, macKey }: Credentials,
  { payId, transId }: { readonly payId: string; readonly transId: string | null },
): Pair[] {
  const pairs = checkedPairs(inquireRequest, {
    MerchantID: merchantId,
    PayID: payId,
    TransID: transId,
  });
  const signed = macInput.inquiry({ payId, transId: transId ?? '', merchantId });

  return [...pairs, ['MAC', computeMac(macKey, signed)]];
}

/** Reads the answer to either inquiry, or names the field that makes it unusable. */
export function parseInquireResponse(parameters: Parameters): Read<InquireAnswer> {
  const merged = oneMerchantName(parameters);
  if (merged === null) return { ok: false, parameter: 'mid', rule: 'the same as MerchantID' };
  const checked = readFields(inquireResponse, merged);
  if (!checked.ok) return checked;
  const f = checked.fields;

  return {
    ok: true,
    merchantId: f.mid ?? null,
    payId: f.PayID ?? null,
    transId: f.TransID ?? null,
    xid: f.XID ?? null,
    status: f.Status,
    code: f.Code,
    description: f.Description ?? null,
    amounts: readAmounts(f.AmountAuth, f.AmountCap, f.AmountCred),
    lastStatus: f.LastStatus ?? null,
    currency: f.Currency ?? null,
    refNr: f.RefNr ?? null,
  };
}

function readAmounts(auth?: string, cap?: string, cred?: string): InquireAnswer['amounts'] {
  if (auth === undefined || cap === undefined || cred === undefined) return null;

  return { authorized: Number(auth), captured: Number(cap), credited: Number(cred) };
}
