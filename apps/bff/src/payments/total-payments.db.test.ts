import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person } from '../sessions/person.ts';
import { countExactly } from './count-exactly.ts';
import { paymentCriteria } from './payment-filter.ts';
import { type Desk, openDesk } from './testing.ts';
import { addPerson } from './testing-person.ts';
import { COUNTED_AT_ONCE, totalPayments } from './total-payments.ts';
import { allowTime } from './totals-store.ts';

let desk: Desk;
let manager: Person;

beforeAll(async () => {
  desk = await openDesk();
  manager = await addPerson(desk, 'manager');
  await insert(10, 'few');
  await insert(COUNTED_AT_ONCE, 'many');
});
afterAll(() => desk.close());

const total = (input: object, exact = false) =>
  totalPayments(desk.deps, manager, { ...paymentCriteria.parse(input), exact });

/** Of each CHF 30.00, 20.00 are captured, 5.00 refunded and 2.00 closed. */
async function insert(count: number, name: string): Promise<void> {
  await desk.deps.database.money.query(
    `INSERT INTO payments (id, merchant_id, connection_id, trans_id, source, lifecycle, status,
       requested_amount, authorized, captured, refunded, closed, search, created_at, updated_at)
     SELECT gen_random_uuid(), 1, $1, $3 || '-' || n, 'shop', 'authorized', 'part_captured',
       3000, 3000, 2000, 500, 200, $3 || '-' || n, now(), now()
     FROM generate_series(1, $2::int) n`,
    [desk.connectionId, count, name],
  );
}

test('counts and sums the whole filter, not a page of it', async () => {
  expect(await total({ search: 'few' })).toEqual({
    isExact: true,
    count: 10,
    totals: [
      {
        currency: 'CHF',
        count: 10,
        authorized: 300_00,
        captured: 200_00,
        refunded: 50_00,
        remaining: 80_00,
      },
    ],
  });
  expect(await total({ search: 'none at all' })).toEqual({ isExact: true, count: 0, totals: [] });
});

test('says so when it stops at 10,000, and is exact when asked', async () => {
  expect(await total({ search: 'many' })).toMatchObject({ isExact: true, count: COUNTED_AT_ONCE });
  expect(await total({})).toEqual({ isExact: false, count: COUNTED_AT_ONCE, totals: [] });
  expect(await total({}, true)).toMatchObject({
    isExact: true,
    count: COUNTED_AT_ONCE + 10,
    totals: [{ remaining: (COUNTED_AT_ONCE + 10) * 8_00 }],
  });
});

test('two count exactly at once, a third is asked to wait', async () => {
  const { read } = desk.deps.database;
  const done = Promise.withResolvers<void>();
  const counting = [countExactly(read, () => done.promise), countExactly(read, () => done.promise)];

  await expect(total({}, true)).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  done.resolve();
  await Promise.all(counting);
  expect(await total({}, true)).toMatchObject({ isExact: true });
});

test('what takes too long is given up by name', async () => {
  const endless = countExactly(desk.deps.database.read, async (sql) => {
    await allowTime(sql, 20);
    return sql.query('SELECT pg_sleep(60)');
  });

  await expect(endless).rejects.toMatchObject({ code: 'TIMEOUT' });
});

test('a foreign merchant is not found', async () => {
  await expect(total({ merchantId: 2 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
