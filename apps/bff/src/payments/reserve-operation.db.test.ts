import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '../sessions/person.ts';
import { capturePayment } from './capture-payment.ts';
import { claimOperation } from './claim-operation.ts';
import { creditPayment } from './credit-payment.ts';
import { getOperation } from './get-operation.ts';
import { getPayment } from './get-payment.ts';
import { reserveOperation } from './reserve-operation.ts';
import { resolveDueOperations } from './resolver.ts';
import { takeBaseline } from './take-baseline.ts';
import { type Desk, openDesk, pay } from './testing.ts';
import { addPerson } from './testing-person.ts';

const MINUTE = 60_000;
let desk: Desk;
let manager: Person;

beforeAll(async () => {
  desk = await openDesk();
  manager = await addPerson(desk, 'manager');
});
afterAll(() => desk.close());

const wishOf = (paymentId: string, amount: number, key: string = randomUUID()) => ({
  paymentId,
  amount,
  closeRest: false,
  key,
});
const captures = async (payId: string) =>
  (await desk.ledger(payId)).filter(({ kind }) => kind === 'capture').length;

async function reserved(amount: number) {
  const { paymentId, payId } = await pay(desk, amount);
  const wish = { kind: 'capture', ...wishOf(paymentId, amount) } as const;
  const reservation = await reserveOperation(desk.deps, manager, wish);
  if (!reservation.isNew) throw new Error('the key was new');
  return { ...reservation, paymentId, payId };
}

describe('one wish, told many times', () => {
  test('P03 twenty twins with one key give one operation and one capture', async () => {
    const { paymentId, payId } = await pay(desk, 50_00);
    const wish = wishOf(paymentId, 50_00);

    const twins = await Promise.all(
      Array.from({ length: 20 }, () => capturePayment(desk.deps, manager, wish)),
    );

    expect(new Set(twins.map(({ operation }) => operation.id)).size).toBe(1);
    expect(new Set(twins.map(({ operation }) => operation.state))).toEqual(new Set(['succeeded']));
    expect(await captures(payId)).toBe(1);
  });

  test('P04 a key is good for one wish only, at any payment', async () => {
    const one = await pay(desk, 50_00);
    const other = await pay(desk, 50_00);
    const wish = wishOf(one.paymentId, 10_00);
    await capturePayment(desk.deps, manager, wish);

    for (const changed of [
      { ...wish, amount: 10_01 },
      { ...wish, closeRest: true },
      { ...wish, paymentId: other.paymentId },
    ]) {
      const refused = capturePayment(desk.deps, manager, changed);
      await expect(refused).rejects.toMatchObject({ refusal: 'key-reused' });
    }
  });

  test('P01 two people at once give one operation; the other hears that a step is in flight, or was', async () => {
    const colleague = await addPerson(desk, 'shipping');
    const { paymentId, payId } = await pay(desk, 50_00);

    const both = await Promise.allSettled([
      capturePayment(desk.deps, manager, wishOf(paymentId, 50_00)),
      capturePayment(desk.deps, colleague, wishOf(paymentId, 50_00)),
    ]);

    const refusals = both.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    // A connection that opens slowly may come when the first step has ended.
    expect(refusals).toEqual([
      expect.objectContaining({
        refusal: expect.stringMatching(/^(step-in-flight|nothing-left)$/),
      }),
    ]);
    expect(await captures(payId)).toBe(1);
  });

  test('P05 a stale screen is refused', async () => {
    const { paymentId } = await pay(desk, 50_00);
    const { version } = await getPayment(desk.deps, manager, paymentId);
    await capturePayment(desk.deps, manager, { ...wishOf(paymentId, 10_00), version });

    const stale = capturePayment(desk.deps, manager, { ...wishOf(paymentId, 10_00), version });

    await expect(stale).rejects.toMatchObject({ refusal: 'stale-version' });
  });
});

describe('a process that dies', () => {
  test('after the reservation: cancelled after a minute, never sent', async () => {
    const { operation, paymentId, payId } = await reserved(50_00);

    await resolveDueOperations(desk.deps);
    const before = await getOperation(desk.deps, manager, { operationId: operation.id });
    await desk.advance(MINUTE);
    await resolveDueOperations(desk.deps);

    expect(before.operation.state).toBe('requested');
    const { operations, status } = await getPayment(desk.deps, manager, paymentId);
    expect(operations[0]).toMatchObject({ state: 'cancelled', cancelReason: 'not-sent' });
    expect(status).toBe('authorized');
    expect(await captures(payId)).toBe(0);
  });

  test('after the baseline: what was cancelled can no longer be claimed', async () => {
    const { operation, payment, connection, reservedAt } = await reserved(50_00);
    const baseline = await takeBaseline(desk.deps, connection, payment, operation);
    await desk.advance(MINUTE);
    await resolveDueOperations(desk.deps);

    const ground = { baseline, reservedAt };
    expect(await claimOperation(desk.deps, connection, operation, ground)).toBeNull();
  });

  test('or only stands still, for over a minute: what it reserved is cancelled, never sent', async () => {
    const { operation, payment, connection, reservedAt, paymentId } = await reserved(50_00);
    const baseline = await takeBaseline(desk.deps, connection, payment, operation);
    const ground = { baseline, reservedAt: reservedAt - MINUTE - 1_000 };

    expect(await claimOperation(desk.deps, connection, operation, ground)).toBeNull();

    const { operations, status } = await getPayment(desk.deps, manager, paymentId);
    expect(operations[0]).toMatchObject({ state: 'cancelled', cancelReason: 'not-sent' });
    expect(status).toBe('authorized');
  });

  test('between claim and send: not executed, and the next attempt works', async () => {
    const { operation, payment, connection, paymentId, payId, reservedAt } = await reserved(50_00);
    const baseline = await takeBaseline(desk.deps, connection, payment, operation);
    await claimOperation(desk.deps, connection, operation, { baseline, reservedAt });

    await desk.advance(10 * MINUTE);
    await resolveDueOperations(desk.deps);

    const seen = await getOperation(desk.deps, manager, { key: operation.clientKey });
    expect(seen.operation.state).toBe('not_executed');
    await capturePayment(desk.deps, manager, wishOf(paymentId, 50_00));
    expect(await captures(payId)).toBe(1);
  });

  test('a claim is given once', async () => {
    const { operation, payment, connection, reservedAt } = await reserved(50_00);
    const baseline = await takeBaseline(desk.deps, connection, payment, operation);
    const ground = { baseline, reservedAt };

    const claims = await Promise.all(
      Array.from({ length: 5 }, () => claimOperation(desk.deps, connection, operation, ground)),
    );

    expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
  });
});

describe('who may', () => {
  test('P06 refund limits bind per payment and per Swiss day', async () => {
    const service = await addPerson(desk, 'service', { perPayment: 30_00, perDay: 40_00 });
    const one = await pay(desk, 100_00);
    const other = await pay(desk, 100_00);
    for (const { paymentId } of [one, other]) {
      await capturePayment(desk.deps, manager, wishOf(paymentId, 100_00));
    }
    const refund = (paymentId: string, amount: number) =>
      creditPayment(desk.deps, service, {
        paymentId,
        amount,
        reason: 'goodwill',
        key: randomUUID(),
      });

    await refund(one.paymentId, 20_00);

    await expect(refund(one.paymentId, 10_01)).rejects.toMatchObject({
      refusal: 'over-limit',
      details: { limit: 30_00, max: 10_00 },
    });
    await refund(one.paymentId, 10_00);
    await expect(refund(other.paymentId, 10_01)).rejects.toMatchObject({
      refusal: 'over-limit',
      details: { limit: 40_00, max: 10_00 },
    });
    await desk.advance(24 * 60 * MINUTE);
    expect((await refund(other.paymentId, 30_00)).operation.state).toBe('succeeded');
  });

  test('refunds on two payments at once cannot both use the rest of the day', async () => {
    const service = await addPerson(desk, 'service', { perDay: 40_00 });
    const payments = await Promise.all([pay(desk, 50_00), pay(desk, 50_00)]);
    for (const { paymentId } of payments) {
      await capturePayment(desk.deps, manager, wishOf(paymentId, 50_00));
    }

    const both = await Promise.allSettled(
      payments.map(({ paymentId }) =>
        creditPayment(desk.deps, service, {
          paymentId,
          amount: 40_00,
          reason: 'goodwill',
          key: randomUUID(),
        }),
      ),
    );

    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test("a right that is missing is 403, another merchant's payment 404", async () => {
    const auditor = await addPerson(desk, 'auditor');
    const stranger = { ...manager, memberships: [] };
    const { paymentId } = await pay(desk, 50_00);
    const wish = wishOf(paymentId, 50_00);

    await expect(capturePayment(desk.deps, auditor, wish)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(capturePayment(desk.deps, stranger, wish)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('the database', () => {
  test('that goes away while a capture is on the wire leaves it to the resolver', async () => {
    const { paymentId, payId } = await pay(desk, 50_00);
    await desk.control('faults', {
      fault: 'slow-effect',
      endpoint: 'capture',
      payId,
      delayMs: 1_000,
    });
    const wish = wishOf(paymentId, 50_00);

    const capturing = capturePayment(desk.deps, manager, wish).catch((error: unknown) => error);
    await expect.poll(() => sending(paymentId)).toBe(true);
    await desk.database.stop();
    const answer = await capturing;
    await desk.database.start();

    expect(answer).toBeInstanceOf(Error);
    expect(await captures(payId)).toBe(1);
    const before = await getOperation(desk.deps, manager, { key: wish.key });
    expect(before.operation.state).toBe('sending');
    await desk.advance(MINUTE);
    await resolveDueOperations(desk.deps);
    const after = await getOperation(desk.deps, manager, { key: wish.key });
    expect(after.operation.state).toBe('succeeded');
  });
});

async function sending(paymentId: string): Promise<boolean> {
  const { rows } = await desk.deps.database.read.query(
    `SELECT 1 FROM operations WHERE payment_id = $1 AND state = 'sending'`,
    [paymentId],
  );
  return rows.length > 0;
}
