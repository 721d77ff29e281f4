import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyAudit } from '../audit/verify-audit.ts';
import type { Person } from '../sessions/person.ts';
import { capturePayment } from './capture-payment.ts';
import { checkPayment } from './check-payment.ts';
import { creditPayment } from './credit-payment.ts';
import { type Desk, openDesk, pay } from './testing.ts';
import { addPerson } from './testing-person.ts';

const DAY = 86_400_000;
let desk: Desk;
let manager: Person;
let service: Person;

beforeAll(async () => {
  desk = await openDesk();
  manager = await addPerson(desk, 'manager');
  service = await addPerson(desk, 'service', { perPayment: 10_00 });
});
afterAll(() => desk.close());

const capture = (paymentId: string, amount: number, person = manager) =>
  capturePayment(desk.deps, person, { paymentId, amount, closeRest: false, key: randomUUID() });
const credit = (paymentId: string, amount: number, person = manager) =>
  creditPayment(desk.deps, person, { paymentId, amount, reason: 'return', key: randomUUID() });

async function trail(paymentId: string) {
  const { rows } = await desk.deps.database.read.query<{
    action: string;
    actor: string | null;
    details: Record<string, unknown>;
  }>(
    `SELECT action, actor_id AS actor, details FROM audit_log
      WHERE merchant_id = 1 AND subject = $1 ORDER BY seq`,
    [`payment:${paymentId}`],
  );
  return rows;
}
const actions = async (paymentId: string) => (await trail(paymentId)).map(({ action }) => action);

test('a capture and a refund leave who asked for what, and what became of it', async () => {
  const { paymentId } = await pay(desk, 50_00);

  const { operation } = await capture(paymentId, 50_00);
  await credit(paymentId, 5_00);

  const lines = await trail(paymentId);
  expect(lines.map(({ action }) => action)).toEqual([
    'capture-requested',
    'captured',
    'credit-requested',
    'credited',
  ]);
  expect(lines[0]).toMatchObject({ actor: manager.id, details: { amount: 50_00 } });
  expect(lines[1]).toMatchObject({
    actor: null,
    details: { operationId: operation.id, amount: 50_00, code: '00000000' },
  });
});

test('a decline and an unknown outcome are there too', async () => {
  const { paymentId, payId } = await pay(desk, 50_00);
  await desk.control('faults', { fault: 'declined', endpoint: 'capture', payId });
  await capture(paymentId, 10_00);
  await desk.control('faults', { fault: 'garbage', endpoint: 'capture', payId });
  await capture(paymentId, 10_00);

  expect(await actions(paymentId)).toEqual([
    'capture-requested',
    'operation-declined',
    'capture-requested',
    'operation-unknown',
  ]);
});

test('what our rules refuse leaves a line, though its transaction was rolled back', async () => {
  const { paymentId } = await pay(desk, 50_00);
  await expect(capture(paymentId, 50_01)).rejects.toMatchObject({ refusal: 'amount-too-high' });
  await capture(paymentId, 50_00);
  await expect(credit(paymentId, 10_01, service)).rejects.toMatchObject({ refusal: 'over-limit' });

  const refused = (await trail(paymentId)).filter(({ action }) => action.endsWith('-refused'));
  expect(refused).toEqual([
    {
      action: 'capture-refused',
      actor: manager.id,
      details: { refusal: 'amount-too-high', amount: 50_01, max: 50_00 },
    },
    {
      action: 'credit-refused',
      actor: service.id,
      details: expect.objectContaining({ refusal: 'over-limit', amount: 10_01 }),
    },
  ]);
});

test('who lacks the right at the merchant of the payment leaves a denial', async () => {
  const { paymentId } = await pay(desk, 50_00);

  await expect(capture(paymentId, 10_00, service)).rejects.toMatchObject({ code: 'FORBIDDEN' });

  expect(await trail(paymentId)).toEqual([
    {
      action: 'denied',
      actor: service.id,
      details: { right: 'capture', kind: 'capture', amount: 10_00 },
    },
  ]);
});

test('a flood of equal refusals leaves ten lines', async () => {
  const { paymentId } = await pay(desk, 50_00);

  for (let at = 0; at < 15; at += 1) await expect(capture(paymentId, 99_00)).rejects.toThrow();

  expect(await actions(paymentId)).toEqual(Array.from({ length: 10 }, () => 'capture-refused'));
});

test('a step made elsewhere and a lapsed authorization leave a line', async () => {
  const outside = await pay(desk, 50_00);
  await desk.control('actions', { payId: outside.payId, kind: 'capture', amount: 20_00 });
  await checkPayment(desk.deps, manager, outside.paymentId);
  const lapsed = await pay(desk, 50_00);
  await desk.advance(8 * DAY);
  await checkPayment(desk.deps, manager, lapsed.paymentId);

  expect(await trail(outside.paymentId)).toMatchObject([
    { action: 'external-capture', actor: null, details: { amount: 20_00 } },
  ]);
  expect(await trail(lapsed.paymentId)).toMatchObject([
    { action: 'lapsed', details: { amount: 50_00 } },
  ]);
});

test('all of it is one chain', async () => {
  expect(await verifyAudit(desk.deps)).toMatchObject([{ merchantId: 1, fault: null }]);
});
