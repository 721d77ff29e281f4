import { code } from '../codes.ts';
import { amountsOf } from '../ledger.ts';
import { fields } from '../request-fields.ts';
import type { Expected } from '../wire-request.ts';
import { isOver } from './capture.ts';
import { type Case, decline, execute, type Verdict } from './verdict.ts';

export const creditRequest: Expected = {
  fields: fields(
    'MerchantID',
    'PayID',
    'TransID',
    'Amount',
    'Currency',
    'MAC',
    'RefNr?',
    'UserData?',
    'ReqId?',
  ),
  macParts: ['PayID', 'TransID', 'MerchantID', 'Amount', 'Currency'],
};

/** Gives captured money back, in one or several parts, within the refund window. */
export function decideCredit({ payment, request, settings, now }: Case): Verdict {
  const { captured, credited } = amountsOf(payment.steps);
  if (captured === 0) return decline(code.logic('0069'));
  if (isOver(payment.authorizedAt, settings.refundWindowMs, now)) {
    return decline(code.fromTwint(settings.twintModule, '0959'));
  }
  if (credited >= captured) return decline(code.logic('0958'));
  if (request.amount > captured - credited) return decline(code.logic('0957'));
  return execute({ kind: 'credit', amount: request.amount });
}
