import { code } from '../codes.ts';
import { amountsOf, lastStandingStep } from '../ledger.ts';
import { fields } from '../request-fields.ts';
import type { Expected } from '../wire-request.ts';
import { isOver } from './capture.ts';
import { type Case, decline, execute, type Verdict } from './verdict.ts';

export const reverseRequest: Expected = {
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

/**
 * Undoes the last step that still stands — a capture or a credit just as well as an authorization.
 * Whoever reverses without having looked first may give back captured money.
 */
export function decideReversal({ payment, request, settings, now }: Case): Verdict {
  const { amount } = request;
  if (amountsOf(payment.steps).expired > 0) {
    return decline(code.fromTwint(settings.twintModule, '1955'));
  }
  const last = lastStandingStep(payment.steps);
  if (last === null) return decline(code.logic('1815'));
  if (
    last.kind === 'authorization' &&
    isOver(payment.authorizedAt, settings.captureWindowMs, now)
  ) {
    return decline(code.fromTwint(settings.twintModule, '1955'));
  }
  if (last.kind !== 'authorization' && settings.reverseAfterCapture === 'refuse') {
    return decline(code.logic('0063'));
  }
  if (amount > last.left) return decline(code.logic('0074'));
  if (amount < last.left && !settings.partialReversal) return decline(code.logic('0063'));
  return execute({ kind: 'reversal', amount, undoes: last.xid });
}
