import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Refused } from '../refused.ts';
import type { Person } from '../sessions/person.ts';
import { capturePayment } from './capture-payment.ts';
import { checkPayment } from './check-payment.ts';
import { creditPayment } from './credit-payment.ts';
import { getOperation } from './get-operation.ts';
import { getPayment } from './get-payment.ts';
import { readOperation } from './operation-store.ts';
import { resolveDueOperations } from './resolver.ts';
import { reversePayment } from './reverse-payment.ts';
import { disbelieveOldXid } from './strange-answer.ts';
import { type Desk, openDesk, pay } from './testing.ts';
import { addPerson } from './testing-person.ts';

const MINUTE = 60_000;
let desk: Desk;
let manager: Person;

beforeAll(async () => {
  desk = await openDesk({ GATEWAY_TIMEOUT_MS: '1500' });
  manager = await addPerson(desk, 'manager');
});
afterAll(() => desk.close());

const capture = (paymentId: string, amount: number) =>
  capturePayment(desk.deps, manager, { paymentId, amount, closeRest: false, key: randomUUID() });

const stateOf = async (operationId: string) =>
  (await getOperation(desk.deps, manager, { operationId })).operation.state;

async function readOperationOf(paymentId: string) {
  const { operations } = await getPayment(desk.deps, manager, paymentId);
  const ref = { merchantId: 1, paymentId, id: operations[0]?.id ?? '' };
  return readOperation(desk.deps.database.money, ref);
}

/** Moves on and lets the resolver do what is due. */
const wait = async (minutes: number) => {
  await desk.advance(minutes * MINUTE);
  while (await resolveDueOperations(desk.deps));
};

const captures = async (payId: string) =>
  (await desk.ledger(payId)).filter(({ kind }) => kind === 'capture').length;

describe('a capture whose answer is no answer', () => {
  test.each([
    'drop-after-effect',
    'truncated',
    'garbage',
    'html',
    'redirect',
    'wrong-echo',
    'wrong-len',
    'duplicate-name',
  ])('is unknown after %s, and found executed exactly once', async (fault) => {
    const { paymentId, payId } = await pay(desk, 50_00);
    await desk.control('faults', { fault, endpoint: 'capture', payId });

    const { operation, payment } = await capture(paymentId, 50_00);

    expect(operation.state).toBe('unknown');
    expect(payment.status).toBe('unknown');
    await wait(0.5);
    expect(await stateOf(operation.id)).toBe('succeeded');
    expect(await captures(payId)).toBe(1);
    const { status, captured } = await getPayment(desk.deps, manager, paymentId);
    expect({ status, captured }).toEqual({ status: 'captured', captured: 50_00 });
  });

  test('W08: an answer about another payment is written down, and so is an XID that came before', async () => {
    const one = await pay(desk, 50_00);
    const other = await pay(desk, 50_00);
    await desk.control('faults', { fault: 'wrong-echo', endpoint: 'capture', payId: one.payId });
    const { money } = desk.deps.database;
    const linesOf = async (paymentId: string) => {
      const { rowCount } = await money.query(
        `SELECT 1 FROM audit_log WHERE action = 'answer-about-another' AND subject = $1`,
        [`payment:${paymentId}`],
      );
      return rowCount;
    };

    await capture(one.paymentId, 50_00);
    expect(await linesOf(one.paymentId)).toBe(1);

    const { operation } = await capture(other.paymentId, 20_00);
    const { rows } = await money.query<{ xid: string }>(
      'SELECT xid FROM operations WHERE id = $1',
      [operation.id],
    );
    const old = { status: 'OK', code: '00000000', description: null, xid: rows[0]?.xid ?? null };
    const third = await readOperationOf(one.paymentId);
    const believed = await disbelieveOldXid(money, third, { kind: 'success', ...old });
    expect(believed.kind).toBe('unknown');
  });

  test.each(['drop-before-effect', 'status-500'])(
    'is unknown after %s, and found not executed only after the quiet period',
    async (fault) => {
      const { paymentId, payId } = await pay(desk, 50_00);
      await desk.control('faults', { fault, endpoint: 'capture', payId });

      const { operation } = await capture(paymentId, 50_00);

      expect(operation.state).toBe('unknown');
      await wait(9);
      expect(await stateOf(operation.id)).toBe('unknown');
      await wait(1);
      expect(await stateOf(operation.id)).toBe('not_executed');
      expect(await captures(payId)).toBe(0);
      const retried = await capture(paymentId, 50_00);
      expect(retried.operation.state).toBe('succeeded');
    },
  );

  test('is found executed when the effect comes after our deadline', async () => {
    const { paymentId, payId } = await pay(desk, 50_00);
    await desk.control('faults', {
      fault: 'slow-effect',
      endpoint: 'capture',
      payId,
      delayMs: 4 * MINUTE,
    });

    const { operation } = await capture(paymentId, 50_00);

    expect(operation.state).toBe('unknown');
    await wait(3);
    expect(await stateOf(operation.id)).toBe('unknown');
    await wait(2);
    expect(await stateOf(operation.id)).toBe('succeeded');
    expect(await captures(payId)).toBe(1);
  });

  test('shows as an external capture when the request arrives after the verdict', async () => {
    const { paymentId, payId } = await pay(desk, 50_00);
    await desk.control('faults', {
      fault: 'late-arrival',
      endpoint: 'capture',
      payId,
      delayMs: 20 * MINUTE,
    });

    const { operation } = await capture(paymentId, 50_00);
    await wait(11);
    expect(await stateOf(operation.id)).toBe('not_executed');
    await wait(10);
    const { payment } = await checkPayment(desk.deps, manager, paymentId);

    expect(payment).toMatchObject({ status: 'captured', captured: 50_00 });
    const { events } = await getPayment(desk.deps, manager, paymentId);
    expect(events.at(-1)).toMatchObject({ type: 'external-capture', amount: 50_00 });
  });

  test('stays unknown while inquiries fail, and says so once', async () => {
    const { paymentId, payId } = await pay(desk, 50_00);
    await desk.control('faults', { fault: 'drop-after-effect', endpoint: 'capture', payId });
    const { operation } = await capture(paymentId, 50_00);
    await desk.control('faults', { fault: 'inquiry-down', payId, count: 3 });

    await wait(1);
    await wait(1);
    const checking = checkPayment(desk.deps, manager, paymentId);
    await expect(checking).rejects.toMatchObject({ refusal: 'gateway-unreachable' });

    const seen = await getOperation(desk.deps, manager, { operationId: operation.id });
    expect(seen.operation.evidence.map(({ verdict }) => verdict)).toEqual(['unreachable']);
    const { operation: checked } = await checkPayment(desk.deps, manager, paymentId);
    expect(checked?.state).toBe('succeeded');
  });
});

test('a question before the end of the quiet period, answered after it, is asked again at once', async () => {
  const { paymentId, payId } = await pay(desk, 50_00);
  await desk.control('faults', { fault: 'drop-before-effect', endpoint: 'capture', payId });
  const { operation } = await capture(paymentId, 50_00);
  await desk.advance(10 * MINUTE - 10_000);
  const { clock } = desk.deps;
  let waited = 0;
  const slow = {
    wall: clock.wall,
    now: () => {
      const now = clock.now() + waited;
      waited = 20_000;
      return now;
    },
  };

  const early = await checkPayment({ ...desk.deps, clock: slow }, manager, paymentId);

  expect(early.operation?.state).toBe('unknown');
  await wait(0.5);
  expect(await stateOf(operation.id)).toBe('not_executed');
});

describe('definite answers', () => {
  test('a decline ends the operation as failed and moves nothing', async () => {
    const { paymentId, payId } = await pay(desk, 50_00);
    await desk.control('faults', {
      fault: 'declined',
      endpoint: 'capture',
      payId,
      code: '20000313',
    });

    const { operation, payment } = await capture(paymentId, 50_00);

    expect(operation).toMatchObject({ state: 'failed', code: '20000313' });
    expect(payment).toMatchObject({ status: 'authorized', remaining: 50_00 });
    expect(await captures(payId)).toBe(0);
  });

  test('a code that asks for an inquiry is unknown, not a decline', async () => {
    const { paymentId, payId } = await pay(desk, 50_00);
    await desk.control('faults', {
      fault: 'declined',
      endpoint: 'capture',
      payId,
      code: '20000051',
    });

    const { operation } = await capture(paymentId, 50_00);

    expect(operation.state).toBe('unknown');
  });

  test('an unencrypted answer about our payment counts', async () => {
    const { paymentId, payId } = await pay(desk, 50_00);
    await desk.control('faults', { fault: 'plain-answer', endpoint: 'capture', payId });

    expect((await capture(paymentId, 50_00)).operation.state).toBe('succeeded');
  });

  test('a capture refused as expired makes the payment expired', async () => {
    const { paymentId, payId } = await pay(desk, 50_00);
    const fault = { fault: 'declined', endpoint: 'capture', payId, code: '20001955' };
    await desk.control('faults', fault);

    const { operation, payment } = await capture(paymentId, 50_00);

    expect(operation.state).toBe('failed');
    expect(payment).toMatchObject({ status: 'expired', closed: 50_00, remaining: 0 });
  });
});

describe('credits and reversals', () => {
  test('a lost refund is judged after its own, longer quiet period', async () => {
    const { paymentId, payId } = await pay(desk, 50_00);
    await capture(paymentId, 50_00);
    await desk.control('faults', { fault: 'drop-before-effect', endpoint: 'credit', payId });

    const { operation, payment } = await creditPayment(desk.deps, manager, {
      paymentId,
      amount: 20_00,
      reason: 'return',
      key: randomUUID(),
    });

    expect(payment).toMatchObject({ status: 'unknown', refundable: 30_00 });
    await wait(20);
    expect(await stateOf(operation.id)).toBe('unknown');
    await wait(15);
    expect(await stateOf(operation.id)).toBe('not_executed');
    const after = await getPayment(desk.deps, manager, paymentId);
    expect(after).toMatchObject({ status: 'captured', refundable: 50_00 });
  });

  test('a lost reversal that shows no change goes to people, never to "not executed"', async () => {
    const { paymentId, payId } = await pay(desk, 50_00);
    await desk.control('faults', { fault: 'drop-before-effect', endpoint: 'reverse', payId });

    const { operation } = await reversePayment(desk.deps, manager, {
      paymentId,
      key: randomUUID(),
    });
    await wait(10);

    expect(await stateOf(operation.id)).toBe('review');
    const again = capture(paymentId, 50_00);
    await expect(again).rejects.toMatchObject({ refusal: 'outcome-unknown' });
  });

  test('a reversal that happened is seen in the authorized amount', async () => {
    const { paymentId, payId } = await pay(desk, 50_00);
    await desk.control('faults', { fault: 'drop-after-effect', endpoint: 'reverse', payId });

    const { operation } = await reversePayment(desk.deps, manager, {
      paymentId,
      key: randomUUID(),
    });
    await wait(0.5);

    expect(await stateOf(operation.id)).toBe('succeeded');
    const { status } = await getPayment(desk.deps, manager, paymentId);
    expect(status).toBe('reversed');
  });
});

describe('what happened elsewhere', () => {
  test('an external capture stops ours before it is sent', async () => {
    const { paymentId, payId } = await pay(desk, 50_00);
    await desk.control('actions', { payId, kind: 'capture', amount: 20_00 });

    const refused = await capture(paymentId, 50_00).catch((error: unknown) => error);

    expect(refused).toBeInstanceOf(Refused);
    expect(refused).toMatchObject({ refusal: 'external-change' });
    expect(await captures(payId)).toBe(1);
    const after = await getPayment(desk.deps, manager, paymentId);
    expect(after).toMatchObject({ status: 'part_captured', captured: 20_00, remaining: 30_00 });
    expect(after.operations.at(-1)).toMatchObject({
      state: 'cancelled',
      cancelReason: 'external-change',
    });
    expect((await capture(paymentId, 30_00)).payment.status).toBe('captured');
  });

  test('sums that fell are not acted upon until the quiet period is over, or they come back', async () => {
    const { paymentId, payId } = await pay(desk, 50_00);
    await capture(paymentId, 50_00);
    const lag = () => desk.control('faults', { fault: 'inquiry-stale', payId });
    const again = () => capture(paymentId, 50_00).catch((error: unknown) => error);
    await lag();
    const { payment: shown } = await checkPayment(desk.deps, manager, paymentId);

    await lag();
    expect(await again()).toMatchObject({ refusal: 'external-change' });
    expect(await again()).toMatchObject({ refusal: 'external-change' });

    expect(shown.captured).toBe(0);
    expect(await captures(payId)).toBe(1);
    const { payment } = await checkPayment(desk.deps, manager, paymentId);
    expect(payment.captured).toBe(50_00);
    const { operation } = await creditPayment(desk.deps, manager, {
      paymentId,
      amount: 10_00,
      reason: 'goodwill',
      key: randomUUID(),
    });
    expect(operation.state).toBe('succeeded');
  });

  test('an external reversal and a lapse are told apart by the deadline', async () => {
    const reversed = await pay(desk, 50_00);
    await desk.control('actions', { payId: reversed.payId, kind: 'reversal', amount: 50_00 });
    const lapsed = await pay(desk, 50_00);

    const early = await checkPayment(desk.deps, manager, reversed.paymentId);
    await desk.advance(7 * 24 * 60 * MINUTE + MINUTE);
    const missed = await getPayment(desk.deps, manager, lapsed.paymentId);
    const late = await checkPayment(desk.deps, manager, lapsed.paymentId);

    expect(early.payment.status).toBe('reversed');
    expect(missed).toMatchObject({ status: 'authorized', captureUrgency: 'missed' });
    expect(missed.allowedActions[0]).toMatchObject({ allowed: true, reason: 'past-deadline' });
    expect(late.payment).toMatchObject({ status: 'expired', closed: 50_00 });
  });

  test('without the gateway nothing is sent', async () => {
    const { paymentId, payId } = await pay(desk, 50_00);
    await desk.control('faults', { fault: 'inquiry-down', payId });

    const refused = capture(paymentId, 50_00);

    await expect(refused).rejects.toMatchObject({ refusal: 'gateway-unreachable' });
    const { operations, status } = await getPayment(desk.deps, manager, paymentId);
    expect(operations[0]).toMatchObject({ state: 'cancelled', sentAt: null });
    expect(status).toBe('authorized');
  });
});
