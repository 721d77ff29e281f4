import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '../sessions/person.ts';
import { capturePayment } from './capture-payment.ts';
import { creditPayment } from './credit-payment.ts';
import { getPayment } from './get-payment.ts';
import { reversePayment } from './reverse-payment.ts';
import { type Desk, openDesk, pay } from './testing.ts';
import { addPerson } from './testing-person.ts';

let desk: Desk;
let manager: Person;

beforeAll(async () => {
  desk = await openDesk();
  manager = await addPerson(desk, 'manager');
});
afterAll(() => desk.close());

const capture = (paymentId: string, amount: number, closeRest = false) =>
  capturePayment(desk.deps, manager, { paymentId, amount, closeRest, key: randomUUID() });

describe('moving money', () => {
  test('captures a part, keeps the rest open, captures it, and refunds', async () => {
    const { paymentId, payId } = await pay(desk, 100_00);

    const part = await capture(paymentId, 40_00);
    const rest = await capture(paymentId, 60_00);
    const refund = await creditPayment(desk.deps, manager, {
      paymentId,
      amount: 25_00,
      reason: 'return',
      key: randomUUID(),
    });

    expect(part.operation).toMatchObject({ state: 'succeeded', code: '00000000', amount: 40_00 });
    expect(part.payment).toMatchObject({ status: 'part_captured', remaining: 60_00 });
    expect(rest.payment).toMatchObject({ status: 'captured', captured: 100_00, remaining: 0 });
    expect(refund.payment).toMatchObject({ status: 'part_refunded', refundable: 75_00 });
    const entries = await desk.ledger(payId);
    expect(entries.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['authorization', 100_00],
      ['capture', 40_00],
      ['capture', 60_00],
      ['credit', 25_00],
    ]);
  });

  test('closes the rest with CompleteType=YES', async () => {
    const { paymentId, payId } = await pay(desk, 100_00);

    const { payment } = await capture(paymentId, 70_00, true);

    expect(payment).toMatchObject({ status: 'captured', captured: 70_00, closed: 30_00 });
    const kinds = (await desk.ledger(payId)).map(({ kind }) => kind);
    expect(kinds).toEqual(['authorization', 'capture', 'close']);
  });

  test('reverses while nothing is captured, and tells the story', async () => {
    const { paymentId } = await pay(desk, 100_00);

    const { operation, payment } = await reversePayment(desk.deps, manager, {
      paymentId,
      key: randomUUID(),
    });

    expect(operation).toMatchObject({ kind: 'reversal', state: 'succeeded', amount: 100_00 });
    expect(payment).toMatchObject({ status: 'reversed', reversed: 100_00, remaining: 0 });
    const { events } = await getPayment(desk.deps, manager, paymentId);
    expect(events.map(({ type }) => type)).toEqual([
      'authorized',
      'operation-requested',
      'reversed',
    ]);
  });
});
