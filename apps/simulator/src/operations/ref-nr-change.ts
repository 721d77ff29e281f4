import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { dropConnection, sendAnswer, sendMaintenancePage, sendRejection } from '../answers.ts';
import { code, describeCode, success } from '../codes.ts';
import type { Pair } from '../envelope.ts';
import type { Fault, FaultName } from '../faults.ts';
import { formText } from '../form-text.ts';
import { fields } from '../request-fields.ts';
import type { Payment } from '../state.ts';
import { type Expected, openRequest, type WireRequest } from '../wire-request.ts';
import { newTimer, schedule, type World } from '../world.ts';

/** PayID and RefNr are documented; TransID and MAC are taken when they come, a wrong MAC is refused. */
const expected: Expected = {
  fields: fields('MerchantID', 'PayID', 'TransID?', 'RefNr', 'MAC?'),
  macParts: ['PayID', 'TransID', 'MerchantID', '', ''],
  macOptional: true,
};

const LATE_MS = 2_000;

const faults: readonly FaultName[] = [
  'drop-before-effect',
  'drop-after-effect',
  'late-arrival',
  'truncated',
  'garbage',
  'html',
  'status-500',
  'redirect',
  'wrong-echo',
  'wrong-len',
  'duplicate-name',
  'plain-answer',
  'declined',
];

/** RefNrChange.aspx: gives a payment another reference. No step, no ledger entry, no notification. */
export function refNrChangeRoute(world: World) {
  return (req: Request, res: Response): void => {
    const opened = openRequest(world, formText(req), expected);
    if (!opened.ok) {
      sendRejection(res, opened);
      return;
    }
    const { request } = opened;
    const payId = request.get('PayID') ?? '';
    const refNr = request.get('RefNr') ?? '';
    const known = world.state.payments.get(payId);
    const payment = known?.merchantId === request.merchantId ? known : null;
    const fault = world.faults.take(faults, 'refnrchange', payId);
    if (fault?.fault === 'late-arrival') {
      const dueAt = world.clock.now() + (fault.delayMs ?? LATE_MS);
      schedule(world, newTimer(randomUUID(), dueAt, { kind: 'ref-nr', payId, refNr }));
    }
    if (fault?.fault === 'late-arrival' || fault?.fault === 'drop-before-effect') {
      dropConnection(res);
    } else if (fault?.fault === 'status-500') {
      sendMaintenancePage(res, 500);
    } else {
      const refused = whyNot(payment, fault);
      if (refused === null) world.append({ type: 'ref-nr', payId, refNr });
      sendAnswer(res, request.settings, answer(request, refused ?? success), fault);
    }
  };
}

function whyNot(payment: Payment | null, fault: Fault | null): string | null {
  if (payment === null) return code.logic('0061');
  return fault?.fault === 'declined' ? (fault.code ?? code.logic('0063')) : null;
}

function answer({ merchantId, settings, get }: WireRequest, value: string): Pair[] {
  return [
    [settings.merchantParameter, merchantId],
    ['PayID', get('PayID') ?? ''],
    ['TransID', get('TransID') ?? ''],
    ['RefNr', get('RefNr') ?? ''],
    ['Status', value === success ? 'OK' : 'FAILED'],
    ['Description', describeCode(value)],
    ['Code', value],
  ];
}
