import { z } from 'zod';
import { operationPaths } from '../brands.ts';
import * as field from '../fields.ts';
import type { Pair, Parameters } from '../wire/parameters.ts';
import { hint, type Read, readStepAnswer, type StepAnswer, stepAnswerShape } from './answer.ts';
import type { Credentials } from './credentials.ts';
import { buildStepRequest, type StepFields } from './step-request.ts';

export const capturePath = operationPaths.capture;

/** The only status that can mean success. Both documents add the names of callback URLs, a copy error. */
export const captureStatuses: readonly string[] = ['OK'];

/** Both documents agree on these fields; First Cash describes the PayID as one to be reversed, a slip. */
export const captureRequest = z.strictObject({
  MerchantID: field.merchantId,
  PayID: field.payId,
  TransID: field.foreignTransId,
  Amount: field.amount,
  Currency: field.currency,
  MAC: field.mac,
  RefNr: field.refNr.optional(),
  ReqId: field.reqId.optional(),
  CompleteType: field.completeType.optional(),
});

/** RefNr comes back according to Pay-Jet only. */
export const captureResponse = z.object({
  ...stepAnswerShape,
  RefNr: hint(field.receivedRefNr),
});

export type CaptureFields = StepFields & {
  /** `YES` releases what remains after this capture; left out, the rest stays open. */
  readonly completeType?: 'YES' | undefined;
};

/**
 * The ordered pairs of a capture, MAC last.
 * @throws WireError with the parameter and the rule it breaks.
 */
export function buildCaptureRequest(credentials: Credentials, fields: CaptureFields): Pair[] {
  return buildStepRequest(captureRequest, credentials, fields, {
    CompleteType: fields.completeType,
  });
}

/** Reads the answer to a capture, or names the field that makes it unusable (outcome unknown). */
export function parseCaptureResponse(parameters: Parameters): Read<StepAnswer> {
  return readStepAnswer(captureResponse, parameters);
}
