import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { times } from '../failure-model/repetitions.ts';
import type { Person } from '../sessions/person.ts';
import { openDatabase } from '../storage/database.ts';
import { capturePayment } from './capture-payment.ts';
import { claimOperation } from './claim-operation.ts';
import { creditPayment } from './credit-payment.ts';
import { getOperation } from './get-operation.ts';
import { getPayment } from './get-payment.ts';
import { reserveOperation } from './reserve-operation.ts';
import { resolveDueOperations } from './resolver.ts';
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
  return { ...reservation, paymentId, payId, wish };
}

describe('one wish, told many times', () => {
  test('P03 twins with one key at three servers give one operation and one capture', async () => {
    const others = [openDatabase(desk.appUrl), openDatabase(desk.appUrl)];
    const servers = [desk.deps, ...others.map((database) => ({ ...desk.deps, database }))];
    const { paymentId, payId } = await pay(desk, 50_00);
    const wish = wishOf(paymentId, 50_00);
    const ids = new Set<string>();
    const states: string[] = [];

    for (let round = 0; round < times({ usual: 4, full: 50 }); round += 1) {
      const twins = Array.from({ length: 20 }, (_, at) =>
        capturePayment(servers[at % servers.length] ?? desk.deps, manager, wish),
      );
      for (const { operation } of await Promise.all(twins)) {
        ids.add(operation.id);
        states.push(operation.state);
      }
    }
    await Promise.all(others.map((database) => database.close()));

    expect(ids.size).toBe(1);
    // Where the machine is slow, the first twins may hear that it is on its way.
    const later = states.slice(20);
    expect(new Set(later)).toEqual(new Set(['succeeded']));
    expect(await captures(payId)).toBe(1);
  });

  test('P04 a key is good for one wish only, at any payment', async () => {
    const one = await pay(desk, 50_00);
    const other = await pay(desk, 50_00);
    const wish = wishOf(one.paymentId, 10_00);
    await capturePayment(desk.deps, manager, wish);

    for (let more = 1; more <= times({ usual: 1, full: 100 }); more += 1) {
      const changed = { ...wish, amount: 10_00 + more };
      const refused = capturePayment(desk.deps, manager, changed);
      await expect(refused).rejects.toMatchObject({ refusal: 'key-reused' });
    }
    for (const changed of [
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
    const { paymentId, payId } = await pay(desk, 50_00);
    const { version } = await getPayment(desk.deps, manager, paymentId);
    await capturePayment(desk.deps, manager, { ...wishOf(paymentId, 10_00), version });

    for (let trial = 0; trial < times({ usual: 1, full: 100 }); trial += 1) {
      const stale = capturePayment(desk.deps, manager, { ...wishOf(paymentId, 10_00), version });
      await expect(stale).rejects.toMatchObject({ refusal: 'stale-version' });
    }
    expect(await captures(payId)).toBe(1);
  });
});

describe('a reservation', () => {
  const readBooked = async (id: string) => {
    const { rows } = await desk.deps.database.read.query<{ readonly dueIn: string }>(
      `SELECT kind, amount, close_rest, closes, ref_nr, reason, note, created_by, state,
         extract(epoch FROM due_at - created_at) * 1000 AS "dueIn" FROM operations WHERE id = $1`,
      [id],
    );
    return rows[0];
  };
  const readAudit = async (id: string) => {
    const { rows } = await desk.deps.database.read.query(
      `SELECT action, actor_id AS actor, subject, details FROM audit_log
        WHERE details ->> 'operationId' = $1 ORDER BY seq LIMIT 1`,
      [id],
    );
    return rows[0];
  };
  const none = { close_rest: false, closes: 0, ref_nr: null, reason: null, note: null };

  test('of a capture keeps its reference and what it gives up', async () => {
    const { paymentId } = await pay(desk, 50_00);
    const wish = { ...wishOf(paymentId, 20_00), closeRest: true, refNr: 'R-7' };

    const { operation } = await reserveOperation(desk.deps, manager, { kind: 'capture', ...wish });

    expect(await readBooked(operation.id)).toMatchObject({
      ...{ ...none, kind: 'capture', amount: 20_00, close_rest: true, closes: 30_00 },
      ...{ ref_nr: 'R-7', state: 'requested', created_by: manager.id },
    });
    const due = await readBooked(operation.id);
    expect(Number(due?.dueIn)).toBe(MINUTE);
    expect(await readAudit(operation.id)).toEqual({
      action: 'capture-requested',
      actor: manager.id,
      subject: `payment:${paymentId}`,
      details: { operationId: operation.id, amount: 20_00, closeRest: true, reason: null },
    });
    const { events } = await getPayment(desk.deps, manager, paymentId);
    expect(events.at(-1)).toMatchObject({ type: 'operation-requested', by: 'manager' });
  });

  test('of a reversal and of a refund keeps why, and nothing of a capture', async () => {
    const { paymentId } = await pay(desk, 50_00);
    const captured = await pay(desk, 50_00);
    await capturePayment(desk.deps, manager, wishOf(captured.paymentId, 50_00));
    const told = { note: 'by phone' };

    const reversal = await reserveOperation(desk.deps, manager, {
      ...{ kind: 'reversal', paymentId, key: randomUUID(), reason: 'sold out' },
      ...told,
    });
    const credit = await reserveOperation(desk.deps, manager, {
      ...{ kind: 'credit', paymentId: captured.paymentId, amount: 5_00, reason: 'return' },
      ...{ ...told, key: randomUUID() },
    });

    const kept = { ...none, ...told };
    expect(await readBooked(reversal.operation.id)).toMatchObject({
      ...{ ...kept, kind: 'reversal', amount: 50_00, reason: 'sold out' },
    });
    expect(await readBooked(credit.operation.id)).toMatchObject({
      ...{ ...kept, kind: 'credit', amount: 5_00, reason: 'return' },
    });
    expect(await readAudit(credit.operation.id)).toMatchObject({
      action: 'credit-requested',
      details: { closeRest: false, reason: 'return' },
    });
  });

  test('whose COMMIT broke counts once it is found committed', async () => {
    const { paymentId } = await pay(desk, 50_00);
    const wish = { kind: 'capture', ...wishOf(paymentId, 50_00) } as const;
    const before = desk.deps.clock.wall();

    const found = await reserveOperation(breaking(desk, 'after'), manager, wish);

    expect(found).toMatchObject({
      isNew: true,
      operation: { state: 'requested', amount: 50_00, clientKey: wish.key },
      payment: { id: paymentId },
      connection: { id: desk.connectionId },
    });
    expect(found.isNew && found.reservedAt).toBeGreaterThanOrEqual(before);
  });

  test('whose COMMIT broke was none when it is not found', async () => {
    const { paymentId } = await pay(desk, 50_00);
    const wish = { kind: 'capture', ...wishOf(paymentId, 50_00) } as const;

    const lost = reserveOperation(breaking(desk, 'before'), manager, wish);

    await expect(lost).rejects.toThrow('Connection terminated');
    const { operations, events } = await getPayment(desk.deps, manager, paymentId);
    expect([operations.length, events.length]).toEqual([0, 1]);
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
    const [own] = manager.memberships;
    const blind = {
      ...manager,
      memberships: own ? [{ ...own, rights: ['capture' as const] }] : [],
    };
    await expect(capturePayment(desk.deps, blind, wish)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

test('who may is asked at the merchant of the payment, not at another one', async () => {
  const { paymentId } = await pay(desk, 50_00);
  const auditor = await addPerson(desk, 'auditor');
  const elsewhere = manager.memberships.map((one) => ({ ...one, merchantId: 2 }));
  const both = { ...auditor, memberships: [...elsewhere, ...auditor.memberships] };
  const gone = { ...wishOf(randomUUID(), 50_00) };

  const denied = capturePayment(desk.deps, both, wishOf(paymentId, 50_00));

  await expect(denied).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(capturePayment(desk.deps, manager, gone)).rejects.toMatchObject({
    code: 'NOT_FOUND',
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
