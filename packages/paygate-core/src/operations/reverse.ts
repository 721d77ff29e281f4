import { z } from 'zod';
import { operationPaths } from '../brands.ts';
import * as field from '../fields.ts';
import type { Pair, Parameters } from '../wire/parameters.ts';
import { type Read, readStepAnswer, type StepAnswer, stepAnswerShape } from './answer.ts';
import type { Credentials } from './credentials.ts';
import { buildStepRequest, type StepFields } from './step-request.ts';

/** Pinned: First Cash prints capture.aspx for reversals, which would charge. */
export const reversePath = operationPaths.reverse;

/** The only status that can mean success. */
export const reverseStatuses: readonly string[] = ['OK'];

/** UserData is allowed by both documents; we read it here and never send it. */
export const reverseRequest = z.strictObject({
  MerchantID: field.merchantId,
  PayID: field.payId,
  TransID: field.foreignTransId,
  Amount: field.amount,
  Currency: field.currency,
  MAC: field.mac,
  RefNr: field.refNr.optional(),
  UserData: field.userData.optional(),
  ReqId: field.reqId.optional(),
});

/**
 * Neither document returns RefNr or UserData here. First Cash says the result goes to the callback
 * URLs; the request has none, so it is the HTTP answer as in Pay-Jet's text.
 */
export const reverseResponse = z.object(stepAnswerShape);

/**
 * The ordered pairs of a reversal, MAC last. The gateway undoes the last step of the payment, whatever
 * it was: inquire first, and only while nothing is captured.
 * @throws WireError with the parameter and the rule it breaks.
 */
export function buildReverseRequest(credentials: Credentials, fields: StepFields): Pair[] {
  return buildStepRequest(reverseRequest, credentials, fields);
}

/** Reads the answer to a reversal, or names the field that makes it unusable (outcome unknown). */
export function parseReverseResponse(parameters: Parameters): Read<StepAnswer> {
  return readStepAnswer(reverseResponse, parameters);
}
