import type { Request, Response } from 'express';
import { dropConnection, sendAnswer, sendMaintenancePage, sendRejection } from '../answers.ts';
import { code, describeCode, success } from '../codes.ts';
import type { Pair } from '../envelope.ts';
import type { FaultName } from '../faults.ts';
import { formText } from '../form-text.ts';
import { newGatewayId } from '../ids.ts';
import { beforeLastStep, inquiryAmounts } from '../ledger.ts';
import { fields } from '../request-fields.ts';
import type { Payment } from '../state.ts';
import { type Expected, openRequest, type WireRequest } from '../wire-request.ts';
import type { World } from '../world.ts';

/** The MAC is optional here; a wrong one is refused all the same. */
const inquireRequest: Expected = {
  fields: fields('MerchantID', 'PayID', 'TransID?', 'MAC?'),
  macParts: ['PayID', 'TransID', 'MerchantID', '', ''],
  macOptional: true,
};

/** An inquiry has no effect that could be late, so these bend its answer only. */
const inquiryFaults: readonly FaultName[] = [
  'drop-before-effect',
  'drop-after-effect',
  'truncated',
  'garbage',
  'html',
  'status-500',
  'redirect',
  'wrong-echo',
  'wrong-len',
  'duplicate-name',
  'plain-answer',
];

type Inquiry = {
  readonly endpoint: 'inquire' | 'inquire24';
  readonly expected: Expected;
  readonly find: (world: World, request: WireRequest) => Payment | null;
};

/** inquire.aspx: the payment by its PayID. */
export function inquireRoute(world: World) {
  const find = (_: World, { merchantId, get }: WireRequest) => {
    const payment = world.state.payments.get(get('PayID') ?? '');
    return payment?.merchantId === merchantId ? payment : null;
  };
  return inquiryRoute(world, { endpoint: 'inquire', expected: inquireRequest, find });
}

/** Answers what the ledger says, and lies only where a fault says so. Executes nothing. */
export function inquiryRoute(world: World, { endpoint, expected, find }: Inquiry) {
  return (req: Request, res: Response): void => {
    const opened = openRequest(world, formText(req), expected);
    if (!opened.ok) {
      sendRejection(res, opened);
      return;
    }
    const { request } = opened;
    const payment = find(world, request);
    const strike = (names: readonly FaultName[]) =>
      world.faults.take(names, endpoint, payment?.payId ?? '');

    const fault = strike(['inquiry-down', ...inquiryFaults]);
    if (fault?.fault === 'inquiry-down' || fault?.fault === 'drop-before-effect') {
      dropConnection(res);
    } else if (fault?.fault === 'status-500') {
      sendMaintenancePage(res, 500);
    } else {
      const stale = strike(['inquiry-stale']) !== null;
      const pairs = payment === null ? unknownPayment(request) : view(request, payment, stale);
      sendAnswer(res, request.settings, pairs, fault);
    }
  };
}

/** Status is that of the inquiry itself; LastStatus that of the last step, and may mislead. */
function view({ settings }: WireRequest, payment: Payment, stale: boolean): Pair[] {
  const steps = stale ? beforeLastStep(payment.steps) : payment.steps;
  const amounts = inquiryAmounts(steps, settings);
  const isTold = settings.inquiryTellsRefNr && payment.refNr !== null;
  const refNr: Pair[] = isTold ? [['RefNr', payment.refNr ?? '']] : [];
  return [
    [settings.merchantParameter, payment.merchantId],
    ['PayID', payment.payId],
    ['XID', newGatewayId()],
    ['TransID', payment.transId],
    ...refNr,
    ['Status', 'OK'],
    ['Description', describeCode(success)],
    ['Code', success],
    ['AmountAuth', String(amounts.amountAuth)],
    ['AmountCap', String(amounts.amountCap)],
    ['AmountCred', String(amounts.amountCred)],
    ['LastStatus', payment.lastStatus],
    ['Currency', payment.currency],
  ];
}

function unknownPayment({ merchantId, settings, get }: WireRequest): Pair[] {
  const value = code.logic('0061');
  return [
    [settings.merchantParameter, merchantId],
    ['PayID', get('PayID') ?? ''],
    ['TransID', get('TransID') ?? ''],
    ['Status', 'FAILED'],
    ['Description', describeCode(value)],
    ['Code', value],
  ];
}
