import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findConnection } from '../connections/find-connection.ts';
import type { Person } from '../sessions/person.ts';
import { cancelOperation } from './cancel-operation.ts';
import { capturePayment } from './capture-payment.ts';
import { creditPayment } from './credit-payment.ts';
import { getPayment } from './get-payment.ts';
import { recordOutcome } from './record-outcome.ts';
import { concludeLook } from './resolve-operation.ts';
import { type Desk, openDesk, pay } from './testing.ts';
import { addPerson } from './testing-person.ts';

let desk: Desk;
let manager: Person;

beforeAll(async () => {
  desk = await openDesk();
  manager = await addPerson(desk, 'manager');
});
beforeEach(() => allowSeveral('yes'));
afterAll(() => desk.close());

const capture = (paymentId: string, amount: number) =>
  capturePayment(desk.deps, manager, { paymentId, amount, closeRest: false, key: randomUUID() });
const credit = (paymentId: string, amount: number) =>
  creditPayment(desk.deps, manager, { paymentId, amount, reason: 'return', key: randomUUID() });

async function allowSeveral(several: 'unconfirmed' | 'yes'): Promise<void> {
  const { money } = desk.deps.database;
  await money.query('UPDATE gateway_connections SET several_captures = $1', [several]);
}

async function proposals() {
  const { rows } = await desk.deps.database.read.query(
    `SELECT actor_id AS actor, subject, details FROM audit_log
      WHERE action = 'several-captures-proposed' ORDER BY seq`,
  );
  return rows;
}

describe('a second capture that worked', () => {
  test('proposes to the admin that the contract permits several', async () => {
    await allowSeveral('unconfirmed');
    const before = (await proposals()).length;
    const { paymentId } = await pay(desk, 50_00);

    await capture(paymentId, 20_00);
    await credit(paymentId, 1_00);
    await credit(paymentId, 1_00);
    expect(await proposals()).toHaveLength(before);
    const { operation } = await capture(paymentId, 10_00);

    expect((await proposals()).slice(before)).toEqual([
      {
        actor: null,
        subject: `connection:${desk.connectionId}`,
        details: { paymentId, operationId: operation.id, proposed: 'yes' },
      },
    ]);
    await credit(paymentId, 1_00);
    expect(await proposals()).toHaveLength(before + 1);
  });

  test('proposes nothing where that is known', async () => {
    const before = (await proposals()).length;
    const { paymentId } = await pay(desk, 50_00);

    await capture(paymentId, 20_00);
    await capture(paymentId, 10_00);

    expect(await proposals()).toHaveLength(before);
  });
});

describe('an operation that has ended', () => {
  /** A captured payment, its operation, and a check that nothing of them changes. */
  async function ended() {
    const { paymentId } = await pay(desk, 50_00);
    const { operation } = await capture(paymentId, 50_00);
    const { money } = desk.deps.database;
    const connection = await findConnection(desk.deps, money, { slug: 'demo' });
    if (connection === null) throw new Error('no connection demo');
    const ref = { merchantId: 1, paymentId, id: operation.id };
    const read = async () => {
      const { version, status, events, operations } = await getPayment(
        desk.deps,
        manager,
        paymentId,
      );
      return { version, status, events, operations };
    };
    return { connection, ref, read, before: await read() };
  }

  test('is not cancelled', async () => {
    const { connection, ref, read, before } = await ended();

    await cancelOperation(desk.deps, connection, ref, 'not-sent');

    expect(await read()).toEqual(before);
  });

  test('is not judged again', async () => {
    const { connection, ref, read, before } = await ended();
    const amounts = { auth: 50_00, cap: 0, cred: 0 };
    const said = { lastStatus: null, payId: '', transId: '', xid: null, refNr: null };
    const inquiry = { kind: 'amounts', amounts, ...said } as const;
    const askedAt = desk.deps.clock.now() + 3_600_000;

    await concludeLook(desk.deps, connection, ref, { inquiry, askedAt });

    expect(await read()).toEqual(before);
  });

  test('is not booked again, but the call is kept', async () => {
    const { connection, ref, read, before } = await ended();
    const count = async () => {
      const { rowCount } = await desk.deps.database.read.query(
        'SELECT 1 FROM gateway_calls WHERE operation_id = $1 AND payment_id = $2',
        [ref.id, ref.paymentId],
      );
      return rowCount ?? 0;
    };
    const calls = await count();
    const answer = { status: 'FAILED', code: '20000313' };
    const trace = {
      endpoint: 'capture',
      reqId: null,
      at: 0,
      durationMs: 1,
      httpStatus: 200,
    } as const;
    const call = { ...trace, ...answer, outcome: 'decline', answerHash: null };
    const outcome = { kind: 'decline', ...answer, description: null, xid: null } as const;

    await recordOutcome(desk.deps, connection, ref, { outcome, call });

    expect(await read()).toEqual(before);
    expect(await count()).toBe(calls + 1);
  });
});
