import { z } from 'zod';
import { operationPaths } from '../brands.ts';
import * as field from '../fields.ts';
import type { Pair, Parameters } from '../wire/parameters.ts';
import { hint, type Read, readStepAnswer, type StepAnswer, stepAnswerShape } from './answer.ts';
import type { Credentials } from './credentials.ts';
import { buildStepRequest, type StepFields } from './step-request.ts';

export const creditPath = operationPaths.credit;

/** The only status that can mean success. */
export const creditStatuses: readonly string[] = ['OK'];

/** UserData is allowed by both documents; we read it here and never send it. */
export const creditRequest = z.strictObject({
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

/** The one answer in which both documents return UserData and RefNr. */
export const creditResponse = z.object({
  ...stepAnswerShape,
  UserData: hint(field.userData),
  RefNr: hint(field.receivedRefNr),
});

/**
 * The ordered pairs of a credit with reference, MAC last.
 * @throws WireError with the parameter and the rule it breaks.
 */
export function buildCreditRequest(credentials: Credentials, fields: StepFields): Pair[] {
  return buildStepRequest(creditRequest, credentials, fields);
}

/** Reads the answer to a credit, or names the field that makes it unusable (outcome unknown). */
export function parseCreditResponse(parameters: Parameters): Read<StepAnswer> {
  return readStepAnswer(creditResponse, parameters);
}
