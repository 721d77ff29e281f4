import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '../sessions/person.ts';
import { listPayments } from './list-payments.ts';
import { insertNote } from './note-store.ts';
import { paymentFilter } from './payment-filter.ts';
import type { PaymentView } from './payment-view.ts';
import { type Desk, openDesk } from './testing.ts';
import { addPerson } from './testing-person.ts';

const HOUR = 3_600_000;
const COUNT = 60;
let desk: Desk;
let manager: Person;
/** When the first payments came, ms UTC. */
let began: number;

beforeAll(async () => {
  desk = await openDesk();
  manager = await addPerson(desk, 'manager');
  began = desk.deps.clock.now();
  for (let at = 0; at < COUNT; at += 1) await insert(at);
});
afterAll(() => desk.close());

type Input = Parameters<typeof paymentFilter.parse>[0] & object;
const list = (input: Input, person = manager) =>
  listPayments(desk.deps, person, paymentFilter.parse(input));

/** Follows the cursor to the end. */
const listAll = async (input: Input) => {
  const rows: PaymentView[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof list>> = await list({ ...input, cursor });
    rows.push(...page.rows);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return rows;
};

/** Five payments share each instant and each amount; every third has nothing left to capture. */
async function insert(at: number): Promise<void> {
  const now = began;
  const createdAt = new Date(now - Math.floor(at / 5) * 24 * HOUR);
  const amount = 10_00 + Math.floor(at / 5) * 100 + 90;
  const done = at % 3 === 0;
  await desk.deps.database.money.query(
    `INSERT INTO payments (id, merchant_id, connection_id, pay_id, trans_id, ref_nr, order_desc,
       source, lifecycle, status, requested_amount, authorized, captured, authorized_at, capture_by,
       refund_until, capture_due, refund_due, search, created_at, updated_at)
     VALUES ($1, 1, $2, $3, $4, $5, $6, 'shop', 'authorized', $7, $8, $8, $9, $10, $11, $12, $13, $14,
       $15, $10, $10)`,
    [
      randomUUIDv7(),
      desk.connectionId,
      at.toString(16).padStart(32, 'a'),
      `web_${at}`,
      `A-${10_400 + at}`,
      at === 7 ? '100% Wolle' : 'Kaffee',
      done ? 'captured' : 'authorized',
      amount,
      done ? amount : 0,
      createdAt,
      new Date(now + at * HOUR),
      new Date(now + at * 24 * HOUR),
      done ? 'infinity' : new Date(now + at * HOUR),
      done ? new Date(now + at * 24 * HOUR) : 'infinity',
      `web_${at} a-${10_400 + at} ${at === 7 ? '100% wolle' : 'kaffee'}`,
    ],
  );
}

describe('paging', () => {
  test.each(
    (['created', 'captureBy', 'refundUntil', 'amount'] as const).flatMap((sort) =>
      (['asc', 'desc'] as const).map((order) => [sort, order] as const),
    ),
  )('by %s %s meets every payment once, in order', async (sort, order) => {
    const rows = await listAll({ sort, order, limit: 7 });

    expect(rows).toHaveLength(COUNT);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(COUNT);
    const whole = (await list({ sort, order, limit: 200 })).rows;
    expect(rows.map(({ id }) => id)).toEqual(whole.map(({ id }) => id));
  });

  test.each([
    ['created', 'desc'],
    ['captureBy', 'asc'],
    ['captureBy', 'desc'],
    ['amount', 'asc'],
  ] as const)('by %s %s leads back the way it came', async (sort, order) => {
    const whole = (await list({ sort, order, limit: 200 })).rows.map(({ id }) => id);
    const pages = [await list({ sort, order, limit: 17 })];
    for (let page = pages.at(-1); page?.nextCursor; page = pages.at(-1)) {
      pages.push(await list({ sort, order, limit: 17, cursor: page.nextCursor }));
    }

    expect(pages.at(-1)?.nextCursor).toBeNull();
    for (const [at, page] of pages.entries()) {
      if (at === 0) {
        expect(page.prevCursor).toBeNull();
        continue;
      }
      const cursor = page.prevCursor;
      const back = await list({ sort, order, limit: 17, cursor, direction: 'previous' });
      expect(back.rows.map(({ id }) => id)).toEqual(whole.slice((at - 1) * 17, at * 17));
      expect(back.prevCursor === null).toBe(at === 1);
    }
  });

  test.each(['asc', 'desc'] as const)(
    'by a deadline %s, rows without one come last',
    async (order) => {
      const { rows } = await list({ sort: 'captureBy', order, limit: 200 });
      const none = rows.findIndex(({ captureUrgency }) => captureUrgency === 'none');
      const rest = rows.slice(none);

      expect(none).toBe(40);
      expect(rest.every(({ captureUrgency }) => captureUrgency === 'none')).toBe(true);
      expect(rest).toEqual(rest.toSorted((one, other) => (one.id < other.id ? 1 : -1)));
    },
  );

  test('can begin at a day, an instant or an amount, and leads on in both directions', async () => {
    const day = new Date(began - 3 * 24 * HOUR);
    const swissDay = day.toLocaleDateString('en-CA', { timeZone: 'Europe/Zurich' });
    const fromDay = await list({ startAt: swissDay, limit: 5 });
    const fromInstant = await list({ startAt: day.getTime(), order: 'asc', limit: 5 });
    const fromAmount = await list({ sort: 'amount', order: 'asc', startAt: 12_90, limit: 5 });

    for (const { rows } of [fromDay, fromInstant]) {
      expect(rows.map(({ createdAt }) => createdAt)).toEqual(Array(5).fill(day.getTime()));
    }
    expect(fromAmount.rows.map(({ authorized }) => authorized)).toEqual(Array(5).fill(12_90));
    const before = await list({ limit: 100, cursor: fromDay.prevCursor, direction: 'previous' });
    expect(before.rows).toHaveLength(15);
    await expect(list({ sort: 'amount', startAt: swissDay })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  });

  test.each([
    ['created', 'desc'],
    ['created', 'asc'],
    ['captureBy', 'asc'],
    ['captureBy', 'desc'],
    ['amount', 'desc'],
  ] as const)('by %s %s a part is read again between two cursors', async (sort, order) => {
    const whole = (await list({ sort, order, limit: 200 })).rows.map(({ id }) => id);
    const ids = async (input: Input) =>
      (await list({ sort, order, ...input })).rows.map(({ id }) => id);
    const first = await list({ sort, order, limit: 17 });
    const second = await list({ sort, order, limit: 33, cursor: first.nextCursor });
    const part = { limit: 200, until: second.nextCursor };

    expect(await ids({ ...part, cursor: first.nextCursor })).toEqual(whole.slice(17, 50));
    expect(await ids({ ...part, cursor: second.startCursor })).toEqual(whole.slice(17, 50));
    expect(await ids({ ...part, cursor: first.startCursor })).toEqual(whole.slice(0, 50));
    expect(await ids({ limit: 200, cursor: first.startCursor, until: second.startCursor })).toEqual(
      whole.slice(0, 17),
    );
    const cut = await list({ sort, order, ...part, limit: 10, cursor: first.nextCursor });
    expect(cut.rows.map(({ id }) => id)).toEqual(whole.slice(17, 27));
    expect(cut.nextCursor).not.toBeNull();
    const end = await list({ sort, order, ...part, cursor: cut.nextCursor });
    expect(end.rows.map(({ id }) => id)).toEqual(whole.slice(27, 50));
    expect(end.nextCursor).toBeNull();
    await expect(list({ sort, order, until: 'AAAA' })).rejects.toMatchObject({
      cause: { issues: [{ path: ['until'] }] },
    });
  });

  test('read backwards without a cursor, a list begins at its end', async () => {
    const whole = (await list({ limit: 200 })).rows.map(({ id }) => id);
    const end = await list({ limit: 9, direction: 'previous' });

    expect(end.rows.map(({ id }) => id)).toEqual(whole.slice(-9));
    expect(end.nextCursor).toBeNull();
    expect(end.prevCursor).toBe(end.startCursor);
  });

  test('a cursor is good for its own list only', async () => {
    const { nextCursor } = await list({ sort: 'amount', limit: 7 });

    for (const input of [
      { sort: 'created', limit: 7, cursor: nextCursor },
      { sort: 'amount', status: ['captured'], cursor: nextCursor },
      { sort: 'amount', cursor: 'AAAA' },
      { sort: 'amount', cursor: `${nextCursor}x` },
    ] as const) {
      await expect(list(input as Input)).rejects.toMatchObject({
        code: 'BAD_REQUEST',
        cause: { issues: [{ path: ['cursor'] }] },
      });
    }
    expect((await list({ sort: 'amount', limit: 9, cursor: nextCursor })).rows).toHaveLength(9);
  });
});

describe('a search says what it found', () => {
  test.each([
    ['A-10412', ['refNr']],
    ['web_5', ['transId']],
    [`${'a'.repeat(31)}7`, ['payId']],
    ['WOLLE', ['orderDesc']],
    ['11.90', ['amount']],
  ] as const)('%s: %s', async (search, matched) => {
    const [row] = (await list({ search })).rows;

    expect(row?.matched).toEqual(matched);
  });

  test('a day, and the steps of a payment', async () => {
    const [row] = (await list({})).rows;
    const at = row?.createdAt ?? 0;
    const xid = 'c0ffee00c0ffee00c0ffee00c0ffee00';
    await desk.deps.database.money.query(
      `INSERT INTO payment_events (merchant_id, payment_id, seq, fact, type, at, body)
       VALUES (1, $1, 1, 'authorized', 'authorized', now(), $2)`,
      [row?.id, JSON.stringify({ amount: 1, xid })],
    );
    const day = new Date(at).toLocaleDateString('de-CH', { timeZone: 'Europe/Zurich' });

    const byDay = (await list({ search: day, limit: 200 })).rows;
    expect(byDay.map(({ createdAt }) => createdAt)).toEqual(Array(5).fill(at));
    expect(byDay.every(({ matched }) => matched.includes('date'))).toBe(true);
    for (const search of [xid, xid.slice(0, 12), xid.toUpperCase()]) {
      expect((await list({ search })).rows).toMatchObject([{ id: row?.id, matched: ['xid'] }]);
    }
    expect((await list({})).rows.every(({ matched }) => matched.length === 0)).toBe(true);
  });
});

describe('narrowing', () => {
  test.each([
    ['a reference', 'A-10412', 1],
    ['the beginning of a PayID', `${'a'.repeat(30)}1`, 16],
    ['an underscore as itself', 'web_5', 11],
    ['a percent sign as itself', '100%', 1],
    ['text of the order, in any case', 'WOLLE', 1],
    ['an amount with a point', '11.90', 5],
    ['an amount with a comma', '11,90', 5],
    ['an amount in thousands', "1'011.90", 0],
    ['two characters: ids only', 'Ka', 0],
    ['two characters that begin an id', 'A-', COUNT],
    ['nothing but blanks', '  ', COUNT],
  ])('searches %s', async (_, search, count) => {
    expect((await list({ search, limit: 200 })).rows).toHaveLength(count);
  });

  test('a search text above 200 characters is refused', () => {
    expect(() => paymentFilter.parse({ search: 'x'.repeat(201) })).toThrow();
  });

  test('by status, amount and date', async () => {
    const captured = await list({ status: ['captured'], limit: 200 });
    const cheap = await list({ amountMin: 11_90, amountMax: 12_90, limit: 200 });
    const now = desk.deps.clock.now();
    const recent = await list({ from: now - 25 * HOUR, to: now + HOUR, limit: 200 });

    expect(captured.rows).toHaveLength(20);
    expect(cheap.rows).toHaveLength(10);
    expect(recent.rows).toHaveLength(10);
  });

  test('by urgency gives exactly the rows that carry it', async () => {
    const all = (await list({ limit: 200 })).rows;

    for (const urgency of ['missed', 'critical', 'urgent', 'soon', 'calm', 'none'] as const) {
      const capture = await list({ captureUrgency: [urgency], limit: 200 });
      const refund = await list({ refundUrgency: [urgency], limit: 200 });
      const expected = (key: 'captureUrgency' | 'refundUrgency') =>
        all.filter((row) => row[key] === urgency).length;
      expect(capture.rows).toHaveLength(expected('captureUrgency'));
      expect(refund.rows).toHaveLength(expected('refundUrgency'));
    }
  });

  test('by what became of a payment, where it is from and what is noted of it', async () => {
    const all = (await list({ limit: 200 })).rows;
    const refunded = all.filter((row) => row.refunded > 0);
    const [noted] = all;
    await insertNote(desk.deps.database.money, {
      id: randomUUIDv7(),
      merchantId: 1,
      paymentId: noted?.id ?? '',
      text: 'ring twice',
      createdBy: manager.id,
      at: desk.deps.clock.now(),
    });
    const ids = async (input: Input) =>
      (await list({ ...input, limit: 200 })).rows.map(({ id }) => id);

    expect(await ids({ refunded: true })).toEqual(refunded.map(({ id }) => id));
    expect(await ids({ refunded: false })).toHaveLength(COUNT - refunded.length);
    expect(await ids({ unknown: true })).toEqual([]);
    expect(await ids({ unknown: false })).toHaveLength(COUNT);
    expect(await ids({ note: true })).toEqual([noted?.id]);
    expect(await ids({ note: false })).toHaveLength(COUNT - 1);
    expect(await ids({ source: ['desk'] })).toEqual([]);
    expect(await ids({ source: ['desk', 'shop'] })).toHaveLength(COUNT);
    expect(await ids({ status: ['captured', 'authorized'] })).toEqual(all.map(({ id }) => id));
  });

  test('by hours until a deadline, missed ones left out', async () => {
    const { rows } = await list({ captureWithin: 24, limit: 200 });
    const now = desk.deps.clock.now();
    const due = rows.map(({ captureBy }) => captureBy ?? 0);

    expect(due.length).toBeGreaterThan(5);
    expect(due.every((at) => at > now && at <= now + 24 * HOUR)).toBe(true);
  });

  test.each([
    ['to', { from: '2026-11-21', to: '2026-11-20' }],
    ['to', { from: '2026-11-20T23:00', to: '2026-11-20T22:59' }],
    ['to', { from: 2_000, to: 1_000 }],
    ['amountMax', { amountMin: 2, amountMax: 1 }],
  ])('refuses a range that ends before it begins, by its field %s', async (field, input) => {
    await expect(list(input)).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      cause: { issues: [{ path: [field] }] },
    });
  });

  test('a foreign merchant or connection is not found', async () => {
    await expect(list({ merchantId: 2 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(list({ connection: 'other' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
