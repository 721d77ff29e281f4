import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '../sessions/person.ts';
import { listPayments } from './list-payments.ts';
import { paymentFilter } from './payment-filter.ts';
import type { PaymentView } from './payment-view.ts';
import { type Desk, openDesk } from './testing.ts';
import { addPerson } from './testing-person.ts';

const HOUR = 3_600_000;
const COUNT = 60;
let desk: Desk;
let manager: Person;

beforeAll(async () => {
  desk = await openDesk();
  manager = await addPerson(desk, 'manager');
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
  const now = desk.deps.clock.now();
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

  test('a foreign merchant or connection is not found', async () => {
    await expect(list({ merchantId: 2 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(list({ connection: 'other' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
