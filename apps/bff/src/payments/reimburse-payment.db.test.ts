import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getReport } from '../reports/get-report.ts';
import { swissDay } from '../reports/swiss-time.ts';
import { verifyReports } from '../reports/verify-reports.ts';
import type { Person } from '../sessions/person.ts';
import { capturePayment } from './capture-payment.ts';
import { creditPayment } from './credit-payment.ts';
import { getPayment } from './get-payment.ts';
import { reimbursePayment } from './reimburse-payment.ts';
import { type Desk, openDesk, pay } from './testing.ts';
import { addPerson } from './testing-person.ts';

const DAY = 24 * 3_600_000;
let desk: Desk;
let manager: Person;

beforeAll(async () => {
  desk = await openDesk();
  manager = await addPerson(desk, 'manager');
});
afterAll(() => desk.close());

/** A captured payment of CHF 50.00 whose refund period is over. */
async function tooOld() {
  const paid = await pay(desk, 50_00);
  const wish = { paymentId: paid.paymentId, amount: 50_00, closeRest: false, key: randomUUID() };
  await capturePayment(desk.deps, manager, wish);
  await desk.advance(180 * DAY);
  return paid;
}

const record = async (paymentId: string, amount: number, over: object = {}) => {
  const { version } = await getPayment(desk.deps, manager, paymentId);
  return reimbursePayment(desk.deps, manager, manager.memberships, {
    paymentId,
    amount,
    how: 'bank-transfer',
    reason: 'IBAN told by phone',
    version,
    key: randomUUID(),
    ...over,
  });
};

describe('money that came back to the customer past the gateway', () => {
  test('is recorded with amount, way and reason; nothing is sent, and it cannot be refunded again', async () => {
    const { paymentId, payId } = await tooOld();
    const before = await desk.ledger(payId);
    const now = await record(paymentId, 20_00);
    expect(now).toMatchObject({
      status: 'captured',
      captured: 50_00,
      refunded: 0,
      refundable: 30_00,
      reimbursement: { recorded: 20_00, max: 30_00 },
    });
    expect(now.events.at(-1)).toMatchObject({
      type: 'reimbursed',
      amount: 20_00,
      how: 'bank-transfer',
      description: 'IBAN told by phone',
      by: manager.name,
    });
    expect(await desk.ledger(payId)).toEqual(before);
    const again = { paymentId, amount: 30_01, reason: 'return', key: randomUUID() } as const;
    await expect(creditPayment(desk.deps, manager, again)).rejects.toMatchObject({
      refusal: 'amount-too-high',
      details: { max: 30_00 },
    });
    const { rows } = await desk.deps.database.read.query(
      `SELECT details FROM audit_log WHERE action = 'reimbursed' AND subject = $1`,
      [`payment:${paymentId}`],
    );
    expect(rows).toEqual([
      { details: { amount: 20_00, how: 'bank-transfer', reason: 'IBAN told by phone' } },
    ]);
  });

  test('is a line of its own in the reports, and leaves net alone', async () => {
    const { paymentId } = await tooOld();
    await record(paymentId, 50_00, { how: 'cash' });
    const day = swissDay(desk.deps.clock.now());
    const report = await getReport(desk.deps, manager.memberships, {
      from: day,
      to: day,
      day: 'calendar',
      unit: 'day',
    });
    expect(report.total).toMatchObject({
      reimbursed: { count: 1, amount: 50_00 },
      refunded: { count: 0, amount: 0 },
      net: { count: 0, amount: 0 },
    });
    expect(await verifyReports(desk.deps)).toEqual([]);
  });

  test('is recorded once, however often it is told, and by one of two who do it at once', async () => {
    const { paymentId } = await tooOld();
    const key = randomUUID();
    const { version } = await record(paymentId, 20_00, { key });
    const twin = await record(paymentId, 20_00, { key, version: version - 1 });
    expect(twin.reimbursement).toEqual({ recorded: 20_00, max: 30_00 });
    await expect(record(paymentId, 20_01, { key })).rejects.toMatchObject({
      refusal: 'key-reused',
    });
    const both = await Promise.allSettled([record(paymentId, 30_00), record(paymentId, 30_00)]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(record(paymentId, 1)).rejects.toMatchObject({ refusal: 'nothing-left' });
  });

  test('is not recorded while the gateway still refunds', async () => {
    const { paymentId } = await pay(desk, 50_00);
    const wish = { paymentId, amount: 50_00, closeRest: false, key: randomUUID() };
    await capturePayment(desk.deps, manager, wish);
    await expect(record(paymentId, 10_00)).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      message: 'refund-still-possible',
    });
    await desk.control('faults', { fault: 'declined', endpoint: 'credit', code: '20000959' });
    await creditPayment(desk.deps, manager, {
      paymentId,
      amount: 10_00,
      reason: 'return',
      key: randomUUID(),
    });
    expect((await record(paymentId, 10_00)).reimbursement.recorded).toBe(10_00);
  });

  test("stays out of other merchants' reach", async () => {
    const { paymentId } = await tooOld();
    const wish = { paymentId, amount: 1_00, how: 'cash', reason: 'x', version: 1 } as const;
    const foreign = reimbursePayment(desk.deps, manager, [], { ...wish, key: randomUUID() });
    await expect(foreign).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
