import { randomUUID } from 'node:crypto';
import { code, success } from './codes.ts';
import type { Source } from './events.ts';
import { newGatewayId } from './ids.ts';
import { amountsOf, openAmount } from './ledger.ts';
import type { Payment } from './state.ts';
import { decisionEvent, stepEvents } from './steps.ts';
import { newTimer, schedule, settingsOf, type World } from './world.ts';

const hourMs = 3_600_000;

/** The customer agreed. A sale takes the money at once, a deferred payment only reserves it. */
export function approvePayment(world: World, payment: Payment, source: Source, at: number): void {
  const { payId, amount, mode, salePlan } = payment;
  const settings = settingsOf(world, payment.merchantId);
  const step = { payment, xid: newGatewayId(), at, source, reqId: payment.reqId };
  const paid = mode === 'sale' && salePlan === 'ok';

  const reserve = { kind: 'authorization', amount } as const;
  const drafts = paid ? [reserve, { kind: 'capture', amount } as const] : [reserve];
  const status = paid ? 'OK' : 'AUTHORIZE_REQUEST';
  const value = paid ? success : settings.authorizeRequestCode;
  world.append(...stepEvents(world, step, drafts), decisionEvent(payment, status, value, step));

  const timer = (afterMs: number, kind: 'expire' | 'settle-sale' | 'auto-capture') =>
    schedule(world, newTimer(randomUUID(), at + afterMs, { kind, payId }));
  if (mode === 'deferred') timer(settings.captureWindowMs, 'expire');
  if (mode === 'sale' && !paid) timer(settings.saleSettleMs, 'settle-sale');
  if (payment.captureDelayHours !== null) timer(payment.captureDelayHours * hourMs, 'auto-capture');
}

/** The customer said no, or time did. Nothing was executed, so the ledger stays as it is. */
export function failPayment(
  world: World,
  payment: Payment,
  reason: 'declined' | 'cancelled' | 'timed-out',
  at: number,
): void {
  const detail = { declined: '0100', cancelled: '0053', 'timed-out': '0931' } as const;
  const { twintModule } = settingsOf(world, payment.merchantId);
  const step = { xid: newGatewayId(), at };
  const value = code.fromTwint(twintModule, detail[reason]);
  world.append(decisionEvent(payment, 'FAILED', value, step));
}

/** A sale that was left hanging in AUTHORIZE_REQUEST ends as planned; false if it had ended already. */
export function settleSale(world: World, payment: Payment, at: number): boolean {
  const rest = openAmount(amountsOf(payment.steps));
  if (payment.status !== 'AUTHORIZE_REQUEST' || rest === 0) return false;
  const { twintModule } = settingsOf(world, payment.merchantId);
  const [authorization] = payment.steps;
  const step = { payment, xid: newGatewayId(), at, source: 'clock', reqId: null } as const;

  if (payment.salePlan === 'pending-ok') {
    const steps = stepEvents(world, step, [{ kind: 'capture', amount: rest }]);
    world.append(...steps, decisionEvent(payment, 'OK', success, step));
  } else if (payment.salePlan === 'pending-reversed' && authorization !== undefined) {
    const draft = { kind: 'reversal', amount: rest, undoes: authorization.xid } as const;
    const value = code.fromTwint(twintModule, '0073');
    world.append(
      ...stepEvents(world, step, [draft]),
      decisionEvent(payment, 'FAILED', value, step),
    );
  } else {
    const steps = stepEvents(world, step, [{ kind: 'expiry', amount: rest }]);
    const value = code.fromTwint(twintModule, '0100');
    world.append(...steps, decisionEvent(payment, 'FAILED', value, step));
  }
  return true;
}

/** The capture window is over: what was not captured goes back to the customer; false if nothing did. */
export function expirePayment(world: World, payment: Payment, at: number): boolean {
  const rest = openAmount(amountsOf(payment.steps));
  const settings = settingsOf(world, payment.merchantId);
  if (rest === 0 || settings.afterExpiry !== 'released') return false;
  const step = { payment, xid: newGatewayId(), at, source: 'clock', reqId: null } as const;
  const steps = stepEvents(world, step, [{ kind: 'expiry', amount: rest }]);
  const untouched = amountsOf(payment.steps).captured === 0;
  const value = code.fromTwint(settings.twintModule, '1955');
  world.append(...steps, ...(untouched ? [decisionEvent(payment, 'FAILED', value, step)] : []));
  return true;
}
