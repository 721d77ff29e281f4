import { code } from '../codes.ts';
import { amountsOf, type LedgerAmounts, openAmount } from '../ledger.ts';
import { fields } from '../request-fields.ts';
import type { Expected } from '../wire-request.ts';
import { type Case, decline, execute, type Verdict } from './verdict.ts';

/** Both documents list these; UserData is in neither, and unknown fields are ignored. */
export const captureRequest: Expected = {
  fields: fields(
    'MerchantID',
    'PayID',
    'TransID',
    'Amount',
    'Currency',
    'MAC',
    'RefNr?',
    'ReqId?',
    'CompleteType?',
  ),
  macParts: ['PayID', 'TransID', 'MerchantID', 'Amount', 'Currency'],
};

/** Takes part or all of the open amount; `CompleteType=YES` closes what is left after it. */
export function decideCapture({ payment, request, settings, now }: Case): Verdict {
  const { amount, completeType } = request;
  const sum = amountsOf(payment.steps);
  const open = openAmount(sum);
  const pendingSale = payment.mode === 'sale' && payment.status === 'AUTHORIZE_REQUEST';
  if (pendingSale) return decline(code.logic('0076'));
  if (sum.authorized === 0) return decline(code.logic('0075'));
  if (open > 0 && isOver(payment.authorizedAt, settings.captureWindowMs, now)) {
    return decline(code.fromTwint(settings.twintModule, '1955'));
  }
  if (open === 0) return decline(whyNothingIsOpen(sum, settings.twintModule));
  if (amount > open) return decline(code.logic('0074'));
  if (!settings.severalCaptures && sum.captured > 0) {
    return decline(code.fromTwint(settings.twintModule, '1952'));
  }

  const capture = { kind: 'capture', amount } as const;
  const rest = open - amount;
  const closes = readCompleteType(completeType, settings.completeTypeOther);
  if (closes === 'refused') return decline(code.notAllowed('0000'));
  return closes && rest > 0 ? execute(capture, { kind: 'close', amount: rest }) : execute(capture);
}

/** Windows are counted from the authorization; at the edge itself the time is up. */
export function isOver(authorizedAt: number | null, windowMs: number, now: number): boolean {
  return authorizedAt !== null && now >= authorizedAt + windowMs;
}

function whyNothingIsOpen(sum: LedgerAmounts, twintModule: string): string {
  if (sum.expired > 0) return code.fromTwint(twintModule, '1955');
  if (sum.closed > 0) return code.logic('1953');
  return code.logic(sum.captured > 0 ? '0072' : '0075');
}

function readCompleteType(
  value: string | null,
  other: 'closes' | 'keeps-open' | 'refused',
): boolean | 'refused' {
  if (value === null) return false;
  if (value.toUpperCase() === 'YES') return true;
  return other === 'refused' ? 'refused' : other === 'closes';
}
