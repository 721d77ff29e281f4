import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import {
  dropConnection,
  resultPairs,
  sendAnswer,
  sendMaintenancePage,
  sendRejection,
} from '../answers.ts';
import { code } from '../codes.ts';
import type { OperationName, OperationRequest, OperationResult } from '../events.ts';
import type { Fault, FaultName } from '../faults.ts';
import { formText } from '../form-text.ts';
import { type Expected, openRequest, type WireRequest } from '../wire-request.ts';
import { newTimer, schedule, settingsOf, type World } from '../world.ts';
import { captureRequest } from './capture.ts';
import { creditRequest } from './credit.ts';
import { notifyAfterStep, originalResult, performOperation, refuseOperation } from './perform.ts';
import { reverseRequest } from './reverse.ts';

/** How late an effect is by default: within every quiet period that a test may shorten to seconds. */
const LATE_MS = 2_000;

const expected: Record<OperationName, Expected> = {
  capture: captureRequest,
  reverse: reverseRequest,
  credit: creditRequest,
};

const answerFaults: readonly FaultName[] = [
  'drop-before-effect',
  'drop-after-effect',
  'slow-effect',
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

/** capture.aspx, reverse.aspx, credit.aspx: first the effect, then — apart from it — the answer. */
export function operationRoute(world: World, endpoint: OperationName) {
  return async (req: Request, res: Response): Promise<void> => {
    const opened = openRequest(world, formText(req), expected[endpoint]);
    if (!opened.ok) {
      sendRejection(res, opened);
      return;
    }
    const request = toOperationRequest(endpoint, opened.request);
    const fault = world.faults.take(answerFaults, endpoint, request.payId);
    if (fault?.fault === 'drop-before-effect') return dropConnection(res);
    if (fault?.fault === 'status-500') return sendMaintenancePage(res, 500);
    if (fault?.fault === 'late-arrival') {
      postpone(world, request, fault.delayMs ?? LATE_MS, true);
      return dropConnection(res);
    }

    const known = originalResult(world, request);
    const result = known ?? (await carryOut(world, request, fault));
    const early = world.faults.take(['notify-before-answer'], endpoint, request.payId) !== null;
    if (early) await notifyAfterStep(world, result, true);
    const settings = settingsOf(world, request.merchantId);
    sendAnswer(res, settings, resultPairs(settings, result), fault);
    // A slow operation has told the merchant when it took effect.
    if (known === null && !early && fault?.fault !== 'slow-effect') {
      await notifyAfterStep(world, result);
    }
  };
}

async function carryOut(
  world: World,
  request: OperationRequest,
  fault: Fault | null,
): Promise<OperationResult> {
  if (fault?.fault === 'declined') {
    const { twintModule } = settingsOf(world, request.merchantId);
    return refuseOperation(world, request, fault.code ?? code.fromTwint(twintModule, '0100'));
  }
  if (fault?.fault !== 'slow-effect') return performOperation(world, request, 'wire');
  const timerId = postpone(world, request, fault.delayMs ?? LATE_MS, false);
  return new Promise((resolve) => world.waiting.set(timerId, resolve));
}

function postpone(
  world: World,
  request: OperationRequest,
  delayMs: number,
  arrives: boolean,
): string {
  const id = randomUUID();
  const dueAt = world.clock.now() + delayMs;
  schedule(world, newTimer(id, dueAt, { kind: 'operation', request, arrives }));
  return id;
}

function toOperationRequest(
  endpoint: OperationName,
  { merchantId, get }: WireRequest,
): OperationRequest {
  return {
    endpoint,
    merchantId,
    payId: get('PayID') ?? '',
    transId: get('TransID') ?? '',
    amount: Number(get('Amount')),
    currency: get('Currency') ?? '',
    completeType: get('CompleteType'),
    reqId: get('ReqId'),
    refNr: get('RefNr'),
    userData: get('UserData'),
  };
}
