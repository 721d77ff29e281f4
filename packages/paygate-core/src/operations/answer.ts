import { z } from 'zod';
import * as field from '../fields.ts';
import { type BodyFailure, parseBody } from '../wire/body.ts';
import { type OpenFailure, open } from '../wire/envelope.ts';
import type { Parameters } from '../wire/parameters.ts';
import type { WireCipher } from '../wire/wire-cipher.ts';
import { type BrokenRule, readFields } from './request.ts';

export type OpenedAnswer =
  | { readonly ok: true; readonly sealed: boolean; readonly parameters: Parameters }
  | { readonly ok: false; readonly why: BodyFailure | OpenFailure };

/**
 * Opens the body of an HTTP answer. The gateway may answer unencrypted whatever was asked for;
 * `sealed` tells which it was. Answers carry no MAC, so TLS and the shared key are all they rest on.
 * Anything that cannot be opened leaves the outcome unknown.
 */
export function openAnswer(cipher: WireCipher, body: string): OpenedAnswer {
  const parsed = parseBody(body);
  if (parsed.kind === 'unreadable') return { ok: false, why: parsed.why };
  if (parsed.kind === 'plain') return { ok: true, sealed: false, parameters: parsed.parameters };
  const opened = open(cipher, parsed.len, parsed.data);

  return opened.ok ? { ok: true, sealed: true, parameters: opened.parameters } : opened;
}

/** What every answer to a capture, reversal or credit says. */
export type StepAnswer = {
  readonly merchantId: string;
  readonly payId: string;
  readonly transId: string;
  readonly xid: string | null;
  readonly status: string;
  readonly code: string;
  readonly description: string | null;
  readonly refNr: string | null;
  readonly userData: string | null;
};

export type Read<Answer> = ({ readonly ok: true } & Answer) | ({ readonly ok: false } & BrokenRule);

/** A field that decides nothing: a wrong format makes it absent, not the whole message void. */
export const hint = <Schema extends z.ZodType>(schema: Schema) =>
  schema.optional().catch(undefined);

/**
 * The fields both documents list for all three answers. Pay-Jet calls the first one MerchantID,
 * First Cash `mid`; the gateway sends `mid` and both are read. XID and Description are mandatory in
 * both, but nothing is decided by them, so their absence does not cost us an outcome.
 */
export const stepAnswerShape = {
  mid: field.merchantId,
  PayID: field.payId,
  XID: hint(field.xid),
  TransID: field.receivedTransId,
  Status: field.status,
  Description: hint(field.description),
  Code: field.code,
} as const;

const anyStepAnswer = z.object({
  ...stepAnswerShape,
  RefNr: hint(field.receivedRefNr),
  UserData: hint(field.userData),
});

/** Reads an answer with the schema of its operation; the merchant id may come under either name. */
export function readStepAnswer(schema: z.ZodObject, parameters: Parameters): Read<StepAnswer> {
  const merged = oneMerchantName(parameters);
  if (merged === null) return { ok: false, parameter: 'mid', rule: 'the same as MerchantID' };
  const checked = readFields(schema, merged);
  if (!checked.ok) return checked;
  const f = anyStepAnswer.parse(checked.fields);

  return {
    ok: true,
    merchantId: f.mid,
    payId: f.PayID,
    transId: f.TransID,
    xid: f.XID ?? null,
    status: f.Status,
    code: f.Code,
    description: f.Description ?? null,
    refNr: f.RefNr ?? null,
    userData: f.UserData ?? null,
  };
}

/** Lets `mid` stand for both names; null if the message names two different merchants. */
export function oneMerchantName(parameters: Parameters): Parameters | null {
  const mid = parameters.get('mid');
  const merchantId = parameters.get('MerchantID');
  if (mid !== undefined && merchantId !== undefined && mid !== merchantId) return null;

  return {
    get: (name) => (name.toLowerCase() === 'mid' ? (mid ?? merchantId) : parameters.get(name)),
    entries: parameters.entries,
  };
}

/** Whether an answer is about what was asked: merchant id, PayID and TransID, compared exactly. */
export function answerEchoes(
  answer: { readonly [Name in 'merchantId' | 'payId' | 'transId']: string | null },
  asked: { readonly [Name in 'merchantId' | 'payId' | 'transId']: string },
): boolean {
  return (
    answer.merchantId === asked.merchantId &&
    answer.payId === asked.payId &&
    answer.transId === asked.transId
  );
}
