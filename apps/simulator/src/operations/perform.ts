import { code, success } from '../codes.ts';
import type {
  JournalEvent,
  OperationName,
  OperationRequest,
  OperationResult,
  Source,
} from '../events.ts';
import { newGatewayId } from '../ids.ts';
import { notifyMerchant } from '../notifier.ts';
import { findOriginal } from '../req-ids.ts';
import type { Payment } from '../state.ts';
import { decisionEvent, stepEvents } from '../steps.ts';
import { settingsOf, type World } from '../world.ts';
import { decideCapture } from './capture.ts';
import { decideCredit } from './credit.ts';
import { decideReversal } from './reverse.ts';
import { type Case, decline, type Verdict } from './verdict.ts';

const decide: Record<OperationName, (given: Case) => Verdict> = {
  capture: decideCapture,
  reverse: decideReversal,
  credit: decideCredit,
};

/** The stored result of an earlier final operation with the same ReqId, or null. */
export function originalResult(world: World, request: OperationRequest): OperationResult | null {
  const { merchantId, reqId } = request;
  const found = findOriginal(world.state.originals, merchantId, reqId, world.clock.now());
  return found?.kind === 'operation' ? found.result : null;
}

/**
 * The effect, and nothing but the effect: decides, journals the executed steps together with the
 * result, and returns that result. What is answered is another matter.
 */
export function performOperation(
  world: World,
  request: OperationRequest,
  source: Source,
  at: number = world.clock.now(),
): OperationResult {
  const payment = findPayment(world, request);
  const verdict =
    payment === null ? decline(code.logic('0061')) : judge(world, payment, request, at);
  const result = toResult(request, at, verdict.ok ? success : verdict.code);
  if (payment === null || !verdict.ok) {
    world.append({ type: 'result', result });
    return result;
  }
  const step = { payment, xid: result.xid, at, source, reqId: request.reqId };
  world.append(
    ...stepEvents(world, step, verdict.steps),
    ...endOfPayment(world, payment, request, step),
    { type: 'result', result },
  );
  return result;
}

/** A refusal that the gateway reports although nothing spoke against the request. */
export function refuseOperation(
  world: World,
  request: OperationRequest,
  value: string,
): OperationResult {
  const result = toResult(request, world.clock.now(), value);
  world.append({ type: 'result', result });
  return result;
}

/** Tells the merchant about a step where its setting asks for it, or where `always` is set. */
export async function notifyAfterStep(
  world: World,
  result: OperationResult,
  always = false,
): Promise<void> {
  const payment = world.state.payments.get(result.payId);
  if (payment === undefined || result.status !== 'OK') return;
  if (!always && !settingsOf(world, payment.merchantId).notifyAfterSteps) return;
  const { endpoint: cause, xid, status, code: value } = result;
  await notifyMerchant(world, payment, { cause, xid, status, code: value });
}

function judge(world: World, payment: Payment, request: OperationRequest, now: number): Verdict {
  const settings = settingsOf(world, payment.merchantId);
  if (request.currency !== payment.currency) return decline(code.logic('1802'));
  if (request.amount < settings.minimum) return decline(code.logic('0070'));
  return decide[request.endpoint]({ payment, request, settings, now });
}

/** Another merchant's payment is as unknown as one that does not exist. */
function findPayment(world: World, { payId, merchantId }: OperationRequest): Payment | null {
  const payment = world.state.payments.get(payId);
  return payment?.merchantId === merchantId ? payment : null;
}

/** A deferred payment leaves AUTHORIZE_REQUEST with its first capture, or when all of it is reversed. */
function endOfPayment(
  world: World,
  payment: Payment,
  { endpoint, amount }: OperationRequest,
  step: { readonly xid: string; readonly at: number },
): JournalEvent[] {
  if (payment.status !== 'AUTHORIZE_REQUEST') return [];
  if (endpoint === 'capture') return [decisionEvent(payment, 'OK', success, step)];
  if (endpoint !== 'reverse' || amount !== payment.amount) return [];
  const { twintModule } = settingsOf(world, payment.merchantId);
  return [decisionEvent(payment, 'FAILED', code.fromTwint(twintModule, '0073'), step)];
}

function toResult(request: OperationRequest, at: number, value: string): OperationResult {
  const { endpoint, merchantId, payId, transId, reqId, refNr, userData } = request;
  const status = value === success ? 'OK' : 'FAILED';
  const xid = newGatewayId();
  return {
    at,
    endpoint,
    merchantId,
    payId,
    transId,
    xid,
    reqId,
    status,
    code: value,
    refNr,
    userData,
  };
}
