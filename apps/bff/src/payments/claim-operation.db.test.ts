import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '../sessions/person.ts';
import { acceptFigures } from './accept-figures.ts';
import { capturePayment } from './capture-payment.ts';
import { checkPayment } from './check-payment.ts';
import { claimOperation } from './claim-operation.ts';
import { getOperation } from './get-operation.ts';
import { findPayment } from './payment-store.ts';
import { reserveOperation } from './reserve-operation.ts';
import { sendOperation } from './send-operation.ts';
import { takeBaseline } from './take-baseline.ts';
import { type Desk, openDesk, pay } from './testing.ts';
import { breaking } from './testing-commit.ts';
import { addPerson } from './testing-person.ts';

const MINUTE = 60_000;
let desk: Desk;
let manager: Person;

beforeAll(async () => {
  desk = await openDesk();
  manager = await addPerson(desk, 'manager');
});
afterAll(() => desk.close());

/** A capture as it stands right before its claim. */
async function asked(paid: Promise<{ paymentId: string; payId: string }> = pay(desk, 50_00)) {
  const { paymentId, payId } = await paid;
  const wish = { kind: 'capture', paymentId, amount: 50_00, closeRest: false } as const;
  const reserved = await reserveOperation(desk.deps, manager, { ...wish, key: randomUUID() });
  if (!reserved.isNew) throw new Error('the key was new');
  const { operation, payment, connection, reservedAt } = reserved;
  const baseline = await takeBaseline(desk.deps, connection, payment, operation);
  return { operation, payment, connection, ground: { baseline, reservedAt }, payId };
}

const captures = async (payId: string) =>
  (await desk.ledger(payId)).filter(({ kind }) => kind === 'capture').length;

describe('a claim', () => {
  test('is told with its time, shown on the payment, and asked about after the first pause', async () => {
    const { operation, payment, connection, ground } = await asked();
    const before = desk.deps.clock.wall();

    const claim = await claimOperation(desk.deps, connection, operation, ground);

    expect(claim?.claimedAt).toBeGreaterThanOrEqual(before);
    expect(claim?.claimedAt).toBeLessThanOrEqual(desk.deps.clock.wall());
    const { merchantId, id } = payment;
    const claimed = await findPayment(desk.deps.database.money, [merchantId], id);
    expect(claimed?.openState).toBe('sending');
    expect(claimed?.version).toBeGreaterThan(payment.version);
    const seen = await getOperation(desk.deps, manager, { operationId: operation.id });
    const { sentAt, nextCheckAt } = seen.operation;
    expect(nextCheckAt).toBe((sentAt ?? 0) + (desk.deps.env.resolveAtMs[0] ?? 0));
  });

  test.each([
    ['', 0, 'sending'],
    [', also when it is refused', 10_00, 'cancelled'],
  ])('keeps the trace of the inquiry it rests on, once%s', async (_, captured, state) => {
    const { operation, connection, ground } = await asked();
    const { baseline } = ground;
    const amounts = { ...baseline.amounts, cap: baseline.amounts.cap + captured };
    const changed = { ...ground, baseline: { ...baseline, amounts } };

    await claimOperation(desk.deps, connection, operation, changed).catch(() => undefined);

    const { rows } = await desk.deps.database.read.query(
      `SELECT state, endpoint, c.outcome FROM operations o
         JOIN gateway_calls c ON c.operation_id = o.id WHERE o.id = $1`,
      [operation.id],
    );
    expect(rows).toEqual([{ state, endpoint: 'inquire', outcome: expect.any(String) }]);
  });

  test.each([
    ['before', 0, 1],
    ['after', 1, 0],
  ] as const)(
    'that stands still is sent just %s the deadline of an answer',
    async (_, late, sent) => {
      const { operation, payment, connection, ground, payId } = await asked();
      const claim = await claimOperation(desk.deps, connection, operation, ground);
      const claimedAt = claim?.claimedAt ?? Number.NaN;
      const wall = claimedAt + desk.deps.env.gatewayTimeoutMs + late;
      const deps = { ...desk.deps, clock: { ...desk.deps.clock, wall: () => wall } };

      const answer = await sendOperation(deps, connection, payment, operation, { claimedAt });

      expect(answer === null).toBe(sent === 0);
      expect(await captures(payId)).toBe(sent);
    },
  );

  test('is asked about at the end of the quiet period, however long the schedule waits', async () => {
    const { operation, connection, ground } = await asked();
    const env = { ...desk.deps.env, resolveAtMs: [24 * 60 * MINUTE] };

    await claimOperation({ ...desk.deps, env }, connection, operation, ground);

    const seen = await getOperation(desk.deps, manager, { operationId: operation.id });
    const { sentAt, nextCheckAt } = seen.operation;
    expect(nextCheckAt).toBe((sentAt ?? 0) + 10 * MINUTE);
  });

  test('that was never sent is judged when somebody asks after the quiet period', async () => {
    const { operation, payment, connection, ground } = await asked();
    await claimOperation(desk.deps, connection, operation, ground);
    await desk.advance(10 * MINUTE);

    const checked = await checkPayment(desk.deps, manager, payment.id);

    expect(checked.operation).toMatchObject({ id: operation.id, state: 'not_executed' });
  });

  test('that was given already changes nothing', async () => {
    const { operation, payment, connection, ground } = await asked();
    const { merchantId, id } = payment;
    const read = () => findPayment(desk.deps.database.money, [merchantId], id);
    await claimOperation(desk.deps, connection, operation, ground);
    const claimed = await read();

    expect(await claimOperation(desk.deps, connection, operation, ground)).toBeNull();

    expect(await read()).toEqual(claimed);
  });

  test('is given a minute after the reservation, and not a millisecond later', async () => {
    const one = await asked();
    const other = await asked();
    const wall = desk.deps.clock.wall();
    const deps = { ...desk.deps, clock: { ...desk.deps.clock, wall: () => wall } };
    const claim = ({ connection, operation, ground }: typeof one, age: number) =>
      claimOperation(deps, connection, operation, { ...ground, reservedAt: wall - age });

    expect(await claim(one, MINUTE)).toEqual({ claimedAt: wall });
    expect(await claim(other, MINUTE + 1)).toBeNull();
  });

  test('is refused while sums fell within the quiet period, whatever somebody accepted', async () => {
    const { paymentId, payId } = await pay(desk, 50_00);
    const wish = { paymentId, amount: 50_00, closeRest: false };
    await capturePayment(desk.deps, manager, { ...wish, key: randomUUID() });
    const old = () => desk.control('faults', { fault: 'inquiry-stale', payId });
    await old();
    const { payment: fallen } = await checkPayment(desk.deps, manager, paymentId);
    expect(fallen).toMatchObject({ captured: 0, doubt: 'fell' });
    await old();
    await acceptFigures(desk.deps, manager, manager.memberships, {
      paymentId,
      version: fallen.version,
      reason: 'the portal says so',
    });
    await old();
    const { operation, connection, ground } = await asked(Promise.resolve({ paymentId, payId }));

    const claim = claimOperation(desk.deps, connection, operation, ground);

    await expect(claim).rejects.toMatchObject({ refusal: 'external-change' });
    expect(await captures(payId)).toBe(1);
  });
});

describe('a claim whose COMMIT broke', () => {
  test('counts once it is found committed', async () => {
    const { operation, connection, ground } = await asked();

    const claim = await claimOperation(breaking(desk, 'after'), connection, operation, ground);

    expect(claim?.claimedAt).toEqual(expect.any(Number));
    expect(await claimOperation(desk.deps, connection, operation, ground)).toBeNull();
  });

  test('was none when it is not found', async () => {
    const { operation, connection, ground } = await asked();

    const claim = claimOperation(breaking(desk, 'before'), connection, operation, ground);

    await expect(claim).rejects.toThrow('Connection terminated');
    const seen = await getOperation(desk.deps, manager, { operationId: operation.id });
    expect(seen.operation.state).toBe('requested');
  });

  test('still tells of a change that was made elsewhere', async () => {
    const { operation, connection, ground } = await asked();
    const { baseline, reservedAt } = ground;
    const amounts = { ...baseline.amounts, cap: baseline.amounts.cap + 10_00 };

    const claim = claimOperation(breaking(desk, 'after'), connection, operation, {
      baseline: { ...baseline, amounts },
      reservedAt,
    });

    await expect(claim).rejects.toMatchObject({ refusal: 'external-change' });
    const seen = await getOperation(desk.deps, manager, { operationId: operation.id });
    expect(seen.operation).toMatchObject({ state: 'cancelled', cancelReason: 'external-change' });
  });

  test('is lost when it came too late and was cancelled in it', async () => {
    const { operation, connection, ground } = await asked();
    const late = { ...ground, reservedAt: ground.reservedAt - 61_000 };

    expect(await claimOperation(breaking(desk, 'after'), connection, operation, late)).toBeNull();
    const seen = await getOperation(desk.deps, manager, { operationId: operation.id });
    expect(seen.operation).toMatchObject({ state: 'cancelled', cancelReason: 'not-sent' });
  });
});
