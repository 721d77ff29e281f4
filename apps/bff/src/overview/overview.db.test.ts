import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { capturePayment } from '../payments/capture-payment.ts';
import { creditPayment } from '../payments/credit-payment.ts';
import { listPayments } from '../payments/list-payments.ts';
import { paymentFilter } from '../payments/payment-filter.ts';
import { type Desk, openDesk, pay } from '../payments/testing.ts';
import { addPerson } from '../payments/testing-person.ts';
import { getReport } from '../reports/get-report.ts';
import { getToday } from '../reports/get-today.ts';
import { listReportRows } from '../reports/list-report-rows.ts';
import { reportInput, rowsInput } from '../reports/report-input.ts';
import { addDays, startOfDay, swissDay } from '../reports/swiss-time.ts';
import type { Person } from '../sessions/person.ts';
import { getHealth } from './get-health.ts';
import { getOverview } from './get-overview.ts';

const DAY = 86_400_000;
let desk: Desk;
let manager: Person;

beforeAll(async () => {
  desk = await openDesk();
  manager = await addPerson(desk, 'manager');
});
afterAll(() => desk.close());

const later = (ms: number): Desk['deps'] => ({
  ...desk.deps,
  clock: { ...desk.deps.clock, now: () => desk.deps.clock.now() + ms },
});
const health = () => getHealth(desk.deps, manager.memberships);
const gatewayOf = async (slug: string) =>
  (await health()).gateways.find(({ connection }) => connection === slug);

test('today is what a report of the day says, and each number that of its rows', async () => {
  const { paymentId } = await pay(desk, 80_00);
  const key = () => randomUUID();
  await capturePayment(desk.deps, manager, {
    paymentId,
    amount: 50_00,
    closeRest: true,
    key: key(),
  });
  await creditPayment(desk.deps, manager, {
    paymentId,
    amount: 7_00,
    reason: 'return',
    key: key(),
  });
  await desk.control('faults', { fault: 'declined', endpoint: 'capture' });
  const refused = await pay(desk, 15_00);
  await capturePayment(desk.deps, manager, {
    paymentId: refused.paymentId,
    amount: 15_00,
    closeRest: false,
    key: key(),
  });

  const today = await getToday(desk.deps, manager.memberships);
  const day = swissDay(desk.deps.clock.now());
  const report = await getReport(
    desk.deps,
    manager.memberships,
    reportInput.parse({ from: day, to: day }),
  );

  expect(today.figures).toEqual(report.total);
  expect(today.figures.captured.amount).toBe(50_00);
  expect(today.declined).toEqual({ count: 1, of: report.failures.steps });
  const { from, to } = today;
  for (const figure of ['captured', 'refunded', 'released', 'expired'] as const) {
    const rows = await listReportRows(
      desk.deps,
      manager.memberships,
      rowsInput.parse({ figure, from, to }),
    );
    expect({ count: rows.count, amount: rows.amount }).toEqual(today.figures[figure]);
  }
});

test('a week later today is empty, and what was is told up to the same hour', async () => {
  const now = desk.deps.clock.now();
  const start = startOfDay(addDays(swissDay(now), 7), 'calendar');
  const before = await getToday(desk.deps, manager.memberships);

  const same = await getToday(later(7 * DAY), manager.memberships);
  expect(same.figures.captured.amount).toBe(0);
  expect(same.weekAgo.figures).toEqual(before.figures);

  // In the first hour of that day nothing of the week before is compared with it but its first hour.
  const early = await getToday(later(start - now), manager.memberships);
  expect(early.weekAgo.to - early.weekAgo.from).toBe(3_600_000);
});

test('what was not captured in time is counted with its amount, as the list sums it', async () => {
  await pay(desk, 21_00);
  const deps = later(8 * DAY);

  const overview = await getOverview(deps, manager);
  const { rows } = await listPayments(
    deps,
    manager,
    paymentFilter.parse({ captureUrgency: ['missed'], limit: 200 }),
  );

  expect(overview.queueCounts.missed).toBe(rows.length);
  expect(overview.missedAmount).toBe(rows.reduce((sum, { remaining }) => sum + remaining, 0));
  expect(overview.missedAmount).toBeGreaterThanOrEqual(21_00);
});

describe('health', () => {
  test('a gateway answers, is silent, and was not asked, each at its own connection', async () => {
    const answering = await gatewayOf('demo');
    expect(answering).toMatchObject({ state: 'answering', lastAnswerAt: expect.any(Number) });
    expect(await gatewayOf('demo-sale')).toMatchObject({ state: 'quiet', calls: 0 });

    await desk.deps.database.money.query(
      `INSERT INTO gateway_calls (id, merchant_id, connection_id, endpoint, at, duration_ms, outcome)
       SELECT 'ffffffff-ffff-7000-8000-000000000000', 1, id, 'inquire', now(), 10, 'unreachable'
       FROM gateway_connections WHERE slug = 'demo'`,
    );

    expect(await gatewayOf('demo')).toMatchObject({
      state: 'silent',
      lastAnswerAt: answering?.lastAnswerAt,
      calls: (answering?.calls ?? 0) + 1,
      answered: answering?.answered,
    });
  });

  test('nothing of another merchant is told', async () => {
    expect(await getHealth(desk.deps, [])).toEqual({
      gateways: [],
      notifications: { parked: 0, unforwarded: 0 },
      sweep: { delayMs: expect.any(Number) },
    });
  });

  test('notifications that were put aside are counted', async () => {
    const before = (await health()).notifications.parked;
    await desk.deps.database.money.query(
      `INSERT INTO callback_inbox (id, merchant_id, connection_id, kind, digest, raw, pay_id, trans_id,
         status, code, received_at, state, result)
       SELECT gen_random_uuid(), 1, id, 'notify', '\\x01', '', 'P', 'T', 'OK', '00000000', now(),
         'parked', 'not-found' FROM gateway_connections WHERE slug = 'demo'`,
    );

    expect((await health()).notifications.parked).toBe(before + 1);
  });
});
