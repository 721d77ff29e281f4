import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findConnection } from '../connections/find-connection.ts';
import { capturePayment } from '../payments/capture-payment.ts';
import { creditPayment } from '../payments/credit-payment.ts';
import { findVisiblePayment } from '../payments/find-visible-payment.ts';
import { lockPayment } from '../payments/lock-payment-store.ts';
import { recordEvents } from '../payments/record-events.ts';
import { reversePayment } from '../payments/reverse-payment.ts';
import { type Desk, openDesk, pay } from '../payments/testing.ts';
import { addPerson } from '../payments/testing-person.ts';
import type { Person } from '../sessions/person.ts';
import { inTransaction } from '../storage/database.ts';
import { foldMovements } from './fold-movements.ts';
import { getReport } from './get-report.ts';
import { listReportRows } from './list-report-rows.ts';
import { type FigureName, figureNames } from './movement-kinds.ts';
import { reportInput, rowsInput } from './report-input.ts';
import { swissDay } from './swiss-time.ts';
import { rebuildReports, verifyReports } from './verify-reports.ts';

const HOUR = 3_600_000;
let desk: Desk;
let manager: Person;
let today: string;

beforeAll(async () => {
  desk = await openDesk();
  manager = await addPerson(desk, 'manager');
  today = swissDay(desk.deps.clock.now());
  const part = await pay(desk, 100_00);
  await capture(part.paymentId, 60_00, true);
  await credit(part.paymentId, 20_00, 'return');
  await credit(part.paymentId, 5_00, 'goodwill');
  const whole = await pay(desk, 40_00);
  await capture(whole.paymentId, 40_00, false);
  const released = await pay(desk, 30_00);
  await reverse(released.paymentId);
  await pay(desk, 12_00, { merchantId: 'desk_demo_sale', slug: 'demo-sale' });
  await tell(await pay(desk, 9_00), [
    { fact: 'lapsed', type: 'lapsed', at: desk.deps.clock.now(), amount: 9_00 },
  ]);
  await desk.control('faults', { fault: 'declined', endpoint: 'capture' });
  const refused = await pay(desk, 15_00);
  await capture(refused.paymentId, 15_00, false);
});
afterAll(() => desk.close());

const key = () => randomUUID();
const capture = (paymentId: string, amount: number, closeRest: boolean) =>
  capturePayment(desk.deps, manager, { paymentId, amount, closeRest, key: key() });
const credit = (paymentId: string, amount: number, reason: 'return' | 'goodwill') =>
  creditPayment(desk.deps, manager, { paymentId, amount, reason, key: key() });
const reverse = (paymentId: string) =>
  reversePayment(desk.deps, manager, { paymentId, key: key() });

type Event = Parameters<typeof recordEvents>[3][number]['event'];

/** Tells facts of a payment as the resolver or a worker does. */
async function tell({ paymentId }: { readonly paymentId: string }, events: readonly Event[]) {
  const { database, clock } = desk.deps;
  const payment = await findVisiblePayment(database.read, manager, paymentId);
  const connection = await findConnection(desk.deps, database.read, { id: payment.connectionId });
  if (connection === null) throw new Error('no connection');
  await inTransaction(database.money, async (sql) => {
    const locked = await lockPayment(sql, [1], paymentId);
    if (locked === null) throw new Error('no payment');
    const added = events.map((event) => ({ event }));
    await recordEvents(sql, connection, locked, added, clock.now());
  });
}

type Input = Partial<Parameters<typeof reportInput.parse>[0] & object>;
const report = (input: Input = {}) =>
  getReport(
    desk.deps,
    manager.memberships,
    reportInput.parse({ from: today, to: today, ...input }),
  );

/** Every row behind a number, page by page. */
async function rowsBehind(input: object) {
  const rows = [];
  let cursor: string | null = null;
  let told = { count: 0, amount: 0 };
  do {
    const page: Awaited<ReturnType<typeof listReportRows>> = await listReportRows(
      desk.deps,
      manager.memberships,
      rowsInput.parse({ ...input, limit: 2, cursor }),
    );
    rows.push(...page.rows);
    told = { count: page.count, amount: page.amount };
    cursor = page.nextCursor;
  } while (cursor !== null);
  const amount = rows.reduce(
    (sum, row) =>
      sum +
      (Reflect.get(input, 'figure') === 'net' && row.kind === 'refunded' ? -1 : 1) * row.amount,
    0,
  );
  expect({ count: rows.length, amount }).toEqual(told);
  return told;
}

test('the figures are those of what was done', async () => {
  const { total, reasons, failures } = await report();

  expect(total).toEqual({
    captured: { count: 3, amount: 112_00 },
    refunded: { count: 2, amount: 25_00 },
    reimbursed: { count: 0, amount: 0 },
    released: { count: 2, amount: 70_00 },
    expired: { count: 1, amount: 9_00 },
    net: { count: 5, amount: 87_00 },
  });
  expect(reasons).toEqual([
    { reason: 'return', count: 1, amount: 20_00 },
    { reason: 'goodwill', count: 1, amount: 5_00 },
  ]);
  expect(failures).toEqual({
    payments: 6,
    steps: 6,
    byCode: [{ figure: 'declined', code: expect.any(String), count: 1 }],
  });
});

test('a person at two merchants chooses one, and sees the other as a line of its own', async () => {
  const { database, secrets } = desk.deps;
  const id = randomUUID();
  await database.money.query(
    `INSERT INTO merchants (id, name, created_at) VALUES (71, 'Bergladen', now())`,
  );
  await database.money.query(
    `INSERT INTO gateway_connections SELECT (jsonb_populate_record(c, jsonb_build_object(
       'id', $1::text, 'merchant_id', 71, 'slug', 'berg', 'label', 'Berg',
       'cipher_key', $2::bytea, 'mac_key', $3::bytea))).*
     FROM gateway_connections c WHERE slug = 'demo'`,
    [
      id,
      secrets.seal(`connection:${id}:cipher-key`, '0123456789abcdef'),
      secrets.seal(`connection:${id}:mac-key`, 'a key of its own'),
    ],
  );
  const [own] = manager.memberships;
  if (own === undefined) throw new Error('no membership');
  const both = [own, { ...own, merchantId: 71, merchantName: 'Bergladen' }];
  const ask = (input: Input) =>
    getReport(desk.deps, both, reportInput.parse({ from: today, to: today, ...input }));

  const { merchants, total } = await ask({});
  expect(merchants.map(({ merchantName, figures }) => [merchantName, figures])).toEqual([
    [own.merchantName, total],
    ['Bergladen', expect.objectContaining({ captured: { count: 0, amount: 0 } })],
  ]);
  expect((await ask({ merchantId: 71 })).total.captured.count).toBe(0);
  expect((await ask({ merchantId: own.merchantId })).total).toEqual(total);
  await expect(ask({ merchantId: 71, connection: 'demo' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('periods and connections add up to the total', async () => {
  const { total, periods, connections, merchants } = await report({ unit: 'hour' });

  for (const figure of ['captured', 'refunded', 'released', 'expired', 'net'] as const) {
    const sum = (parts: readonly { readonly figures: typeof total }[]) =>
      parts.reduce((amount, part) => amount + part.figures[figure].amount, 0);
    expect(sum(periods)).toBe(total[figure].amount);
    expect(sum(connections)).toBe(total[figure].amount);
    expect(sum(merchants)).toBe(total[figure].amount);
  }
  expect(connections.map(({ connection }) => connection)).toEqual(['demo', 'demo-sale']);
  expect(merchants.map(({ merchantId }) => merchantId)).toEqual([1]);
});

describe('each number is that of the rows behind it', () => {
  const money = figureNames.filter(
    (name): name is 'captured' =>
      name in { captured: 1, refunded: 1, reimbursed: 1, released: 1, expired: 1, net: 1 },
  );

  test.each(money)('%s, in all and by connection', async (figure) => {
    const { from, to, total, connections } = await report();

    expect(await rowsBehind({ figure, from, to })).toEqual(total[figure]);
    for (const { connection, figures } of connections) {
      expect(await rowsBehind({ figure, from, to, connection })).toEqual(figures[figure]);
    }
  });

  test('failures, reasons and waiting times', async () => {
    const { from, to, failures, reasons, waits } = await report();

    for (const { figure, code, count } of failures.byCode) {
      expect((await rowsBehind({ figure, from, to, detail: code })).count).toBe(count);
    }
    for (const { reason, count, amount } of reasons) {
      const rows = await rowsBehind({ figure: 'refunded', from, to, detail: reason });
      expect(rows).toEqual({ count, amount });
    }
    expect(waits.count).toBe(2);
    for (const { waitFrom, waitTo, count } of waits.spans) {
      const rows = { figure: 'captured', from, to, waitFrom, waitTo, connection: 'demo' };
      expect((await rowsBehind(rows)).count).toBe(count);
    }
  });
});

test('a fact that is told again is not counted again', async () => {
  const before = await report();
  const payment = await pay(desk, 8_00);
  const fact: Event = {
    fact: 'seen',
    type: 'external-capture',
    at: desk.deps.clock.now(),
    amount: 8_00,
  };

  await tell(payment, [fact]);
  await tell(payment, [fact]);
  await tell(payment, [{ ...fact, amount: 7_00 }]);

  const after = await report();
  expect(after.total.captured.amount - before.total.captured.amount).toBe(8_00);
  expect(await verifyReports(desk.deps)).toEqual([]);
});

test('adding up in the background changes no figure, however often and at the same time', async () => {
  const { asOf: _, ...before } = await report();

  const moved = await Promise.all([foldMovements(desk.deps), foldMovements(desk.deps)]);
  const again = await foldMovements(desk.deps);

  expect(moved[0] + moved[1]).toBeGreaterThan(0);
  expect(again).toBe(0);
  expect(await report()).toMatchObject(before);
  expect(await verifyReports(desk.deps)).toEqual([]);
});

test('a wrong sum is named, and computed again from the facts while facts arrive', async () => {
  await foldMovements(desk.deps);
  await desk.deps.database.money.query(
    `UPDATE report_hours SET amount = amount + 1 WHERE kind = 'refunded' AND detail = 'return'`,
  );
  const faults = await verifyReports(desk.deps);
  expect(faults).toMatchObject([
    { kind: 'refunded', detail: 'return', keptAmount: 20_01, amount: 20_00 },
  ]);

  const payments = await Promise.all([1, 2, 3].map(() => pay(desk, 3_00)));
  await Promise.all([
    rebuildReports(desk.deps),
    ...payments.map((payment) =>
      tell(payment, [{ fact: 'lapsed', type: 'lapsed', at: desk.deps.clock.now(), amount: 3_00 }]),
    ),
    foldMovements(desk.deps),
  ]);

  expect(await verifyReports(desk.deps)).toEqual([]);
  await foldMovements(desk.deps);
  expect(await verifyReports(desk.deps)).toEqual([]);
});

describe('D05 on the nights when clocks change', () => {
  const at = (text: string) => Date.parse(text);

  test.each([
    ['2026-03-28', '2026-03-29', '2026-03-30', 23],
    ['2026-10-24', '2026-10-25', '2026-10-26', 25],
  ])('the day between %s and %s counts its own hours', async (eve, day, next, hours) => {
    const midnight = (when: string) =>
      at(`${when}T00:00:00Z`) -
      (when === eve || (when === day && hours === 23)
        ? hours === 23
          ? 1
          : 2
        : hours === 23
          ? 2
          : when === day
            ? 2
            : 1) *
        HOUR;
    const payment = await pay(desk, 64_00);
    const seen = (name: string, when: number, amount: number): Event => ({
      fact: `${day}:${name}`,
      type: 'external-capture',
      at: when,
      amount,
    });
    const [begins, ends] = [midnight(day), midnight(next)];
    await tell(payment, [
      seen('before 23:00 of the eve', begins - HOUR - 1, 1),
      seen('23:00 of the eve', begins - HOUR, 2),
      seen('just before midnight', begins - 1, 4),
      seen('midnight', begins, 8),
      seen('before 23:00', ends - HOUR - 1, 16),
      seen('23:00', ends - HOUR, 32),
      seen('before the next midnight', ends - 1, 64),
      seen('the next midnight', ends, 128),
    ]);

    const calendar = await report({ from: day, to: day, unit: 'hour' });
    const twint = await report({ from: day, to: day, unit: 'hour', day: 'twint' });

    expect(calendar.periods).toHaveLength(hours);
    expect(twint.periods).toHaveLength(hours);
    expect(calendar.total.captured.amount).toBe(8 + 16 + 32 + 64);
    expect(twint.total.captured.amount).toBe(2 + 4 + 8 + 16);
    const { eve: taken, lastHour, ...sums } = calendar.edges;
    expect(sums.calendar).toEqual(calendar.total);
    expect(sums.twint).toEqual(twint.total);
    // What the two differ by is told to the last centime.
    expect(taken.figures.captured.amount).toBe(2 + 4);
    expect(lastHour.figures.captured.amount).toBe(32 + 64);
    const figure: FigureName = 'captured';
    expect((await rowsBehind({ figure, from: taken.from, to: taken.to })).amount).toBe(6);
    expect((await rowsBehind({ figure, from: lastHour.from, to: lastHour.to })).amount).toBe(96);
  });
});

test('weeks and months are cut by the range', async () => {
  const week = await report({ from: '2026-11-18', to: '2026-12-01', unit: 'week' });
  const month = await report({ from: '2026-11-18', to: '2026-12-01', unit: 'month' });

  const days = ({ periods }: typeof week) =>
    periods.map(({ firstDay, lastDay }) => [firstDay, lastDay]);
  expect(days(week)).toEqual([
    ['2026-11-18', '2026-11-22'],
    ['2026-11-23', '2026-11-29'],
    ['2026-11-30', '2026-12-01'],
  ]);
  expect(days(month)).toEqual([
    ['2026-11-18', '2026-11-30'],
    ['2026-12-01', '2026-12-01'],
  ]);
});

test('a range without anything says where there is something', async () => {
  const { data, total } = await report({ from: '2019-01-01', to: '2019-01-31' });

  expect(total.captured).toEqual({ count: 0, amount: 0 });
  expect(data).toEqual({ first: '2026-03-28', last: today });
});

test.each([
  [{ from: '2026-11-02', to: '2026-11-01' }, 'to'],
  [{ from: '2026-02-30', to: '2026-11-01' }, 'from'],
  [{ from: '2000-01-01', to: '2026-11-01' }, 'to'],
])('the range %o is refused by name', (input, field) => {
  const { error } = reportInput.safeParse(input);

  expect(error?.issues[0]?.path).toEqual([field]);
});

test('more lines than anybody reads are refused, and so is what is not theirs', async () => {
  await expect(report({ from: '2026-01-01', to: '2026-11-01', unit: 'hour' })).rejects.toThrow(
    'too-many-periods',
  );
  await expect(report({ connection: 'no-such' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(report({ merchantId: 2 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('a deferred capture that came late stands beyond the seven days', async () => {
  const payment = await pay(desk, 10_00);
  const { captureBy } = await findVisiblePayment(
    desk.deps.database.read,
    manager,
    payment.paymentId,
  );
  const at = (captureBy ?? 0) - 1;
  await tell(payment, [{ fact: 'in time', type: 'external-capture', at, amount: 1 }]);
  await tell(payment, [{ fact: 'late', type: 'external-capture', at: at + 1, amount: 1 }]);

  const day = swissDay(at);
  const { waits } = await report({ from: day, to: swissDay(at + 1) });

  expect(waits.spans.map(({ name, count }) => [name, count])).toEqual([
    ['hour', 0],
    ['day', 0],
    ['threeDays', 0],
    ['week', 1],
    ['later', 1],
  ]);
  expect(waits.median).toBe(168 * 60);
  expect(waits.p95).toBeNull();
});
