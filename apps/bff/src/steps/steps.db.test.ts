import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, openDesk } from '../payments/testing.ts';
import { addPerson } from '../payments/testing-person.ts';
import type { Person } from '../sessions/person.ts';
import { listSteps } from './list-steps.ts';
import { stepCriteria, stepFilter } from './step-filter.ts';
import type { StepView } from './step-view.ts';
import { totalSteps } from './total-steps.ts';

const HOUR = 3_600_000;
let desk: Desk;
let manager: Person;
let began: number;

/** Twelve payments an hour apart: authorized, then captured here or outside, one of them in doubt. */
beforeAll(async () => {
  desk = await openDesk();
  manager = await addPerson(desk, 'manager');
  began = desk.deps.clock.now() - 20 * HOUR;
  for (let n = 0; n < 12; n += 1) await insert(n);
});
afterAll(() => desk.close());

async function insert(n: number): Promise<void> {
  const sql = desk.deps.database.money;
  const id = randomUUIDv7();
  const at = new Date(began + n * HOUR);
  const isOurs = n % 2 === 0;
  await sql.query(
    `INSERT INTO payments (id, merchant_id, connection_id, pay_id, trans_id, ref_nr, source, lifecycle,
       status, requested_amount, authorized, captured, authorized_at, created_at, updated_at)
     VALUES ($1, 1, $2, $3, $4, $5, 'shop', 'authorized', 'captured', $6, $6, $6, $7, $7, $7)`,
    [
      id,
      desk.connectionId,
      n.toString(16).padStart(32, 'b'),
      `web_${n}`,
      `A-${100 + n}`,
      1000 + n,
      at,
    ],
  );
  const tell = (seq: number, type: string, body: object) =>
    sql.query(
      `INSERT INTO payment_events (merchant_id, payment_id, seq, fact, type, at, body)
       VALUES (1, $1, $2, $3, $4, $5, $6)`,
      [id, seq, `${type}:${seq}`, type, at, JSON.stringify(body)],
    );
  await tell(1, 'authorized', { amount: 1000 + n, code: '00000000', xid: `a${n}`.padEnd(32, '0') });
  if (!isOurs) {
    await tell(2, 'external-capture', { amount: 1000 + n });
    return;
  }
  await sql.query(
    `INSERT INTO operations (id, merchant_id, payment_id, kind, amount, currency, client_key,
       request_hash, req_id, state, result_code, xid, created_at, created_by)
     VALUES ($1, 1, $2, 'capture', $3, 'CHF', $4, '\\x00', $5, $6, $7, $8, $9, $10)`,
    [
      randomUUIDv7(),
      id,
      1000 + n,
      randomUUIDv7(),
      `f${n}`.padEnd(32, '0'),
      n === 4 ? 'unknown' : n === 6 ? 'failed' : 'succeeded',
      n === 4 ? null : n === 6 ? '21501951' : '00000000',
      n === 4 ? null : `c${n}`.padEnd(32, '0'),
      at,
      manager.id,
    ],
  );
}

type Input = Parameters<typeof stepFilter.parse>[0] & object;
const list = (input: Input = {}) => listSteps(desk.deps, manager, stepFilter.parse(input));
const total = (input: object = {}) =>
  totalSteps(desk.deps, manager, { ...stepCriteria.parse(input), exact: false });
const keyOf = ({ id, seq }: StepView) => `${id}/${seq}`;

describe('the list of steps', () => {
  test('holds what was done here and what was told, newest first', async () => {
    const { rows } = await list({ limit: 200 });

    expect(rows).toHaveLength(24);
    expect(rows.map(({ at }) => at)).toEqual(rows.map(({ at }) => at).toSorted((a, b) => b - a));
    expect(rows.filter(({ kind }) => kind === 'authorization')).toHaveLength(12);
    expect(rows.filter(({ by }) => by !== null)).toHaveLength(6);
    expect(rows.at(-1)).toMatchObject({ refNr: 'A-100', connection: 'demo', currency: 'CHF' });
  });

  test.each([
    ['at', 'asc'],
    ['at', 'desc'],
    ['amount', 'asc'],
    ['amount', 'desc'],
  ] as const)('by %s %s meets every step once, and leads back', async (sort, order) => {
    const whole = (await list({ sort, order, limit: 200 })).rows.map(keyOf);
    const pages = [await list({ sort, order, limit: 5 })];
    for (let page = pages.at(-1); page?.nextCursor; page = pages.at(-1)) {
      pages.push(await list({ sort, order, limit: 5, cursor: page.nextCursor }));
    }

    expect(pages.flatMap(({ rows }) => rows.map(keyOf))).toEqual(whole);
    const cursor = pages[2]?.prevCursor;
    const back = await list({ sort, order, limit: 5, cursor, direction: 'previous' });
    expect(back.rows.map(keyOf)).toEqual(whole.slice(5, 10));
    const place = { cursor: pages[1]?.startCursor, until: pages[3]?.startCursor };
    const between = await list({ sort, order, limit: 200, ...place });
    expect(between.rows.map(keyOf)).toEqual(whole.slice(5, 15));
    expect(between.nextCursor).toBeNull();
  });

  test('a cursor is good for its own list only', async () => {
    const { nextCursor } = await list({ limit: 5 });

    for (const input of [{ sort: 'amount', cursor: nextCursor }, { cursor: 'AAAA' }] as const) {
      await expect(list(input)).rejects.toMatchObject({
        code: 'BAD_REQUEST',
        cause: { issues: [{ path: ['cursor'] }] },
      });
    }
  });
});

describe('narrowing steps', () => {
  test.each([
    ['kind', { kind: ['capture'] }, 12],
    ['state', { state: ['unknown'] }, 1],
    ['state of what was told', { state: ['succeeded'] }, 22],
    ['beginning of a code', { code: '2150' }, 1],
    ['code of success', { code: '0' }, 16],
    ['amount', { amountMin: 1003, amountMax: 1004 }, 4],
    ['origin here', { origin: 'desk' }, 6],
    ['origin outside', { origin: 'outside' }, 18],
    ['XID of an operation', { search: 'C8' }, 1],
    ['XID that was told', { search: 'a8' }, 1],
    ['whole ReqId', { search: 'f2'.padEnd(32, '0') }, 1],
    ['number of the order', { search: 'A-105' }, 2],
    ['amount as text', { search: '10.07' }, 2],
    ['text of nobody', { search: '%' }, 0],
  ])('by %s', async (_, input, count) => {
    expect((await list({ ...input, limit: 200 } as Input)).rows).toHaveLength(count);
    expect((await total(input)).count).toBe(count);
  });

  test.each([
    ['C8', ['xid']],
    ['f2'.padEnd(32, '0'), ['reqId']],
    ['A-105', ['refNr']],
    ['web_7', ['transId']],
    ['10.07', ['amount']],
  ])('%s is said to have matched %j', async (search, parts) => {
    const { rows } = await list({ search });

    for (const { matched } of rows) expect(matched).toEqual(parts);
  });

  test('what matches in several ways is listed once, in its place, page by page', async () => {
    const named = `UPDATE payments SET ref_nr = $1 WHERE trans_id = ANY($2)`;
    const { money } = desk.deps.database;
    await money.query(named, ['10.08 and 9', ['web_8', 'web_9']]);
    const search = '10.08';
    const expected = (await list({ limit: 200 })).rows.filter(({ transId }) =>
      ['web_8', 'web_9'].includes(transId),
    );
    for (const [sort, order] of [
      ['at', 'desc'],
      ['amount', 'asc'],
    ] as const) {
      const whole = (await list({ search, sort, order, limit: 200 })).rows.map(keyOf);
      const first = await list({ search, sort, order, limit: 1 });
      const others = [first];
      for (let page = first; page.nextCursor !== null; others.push(page))
        page = await list({ search, sort, order, limit: 1, cursor: page.nextCursor });

      expect(whole).toHaveLength(expected.length);
      expect(new Set(whole)).toEqual(new Set(expected.map(keyOf)));
      expect(others.flatMap(({ rows }) => rows.map(keyOf))).toEqual(whole);
    }
    expect((await total({ search })).count).toBe(expected.length);
    await money.query(named, ['A-108', ['web_8']]);
    await money.query(named, ['A-109', ['web_9']]);
  });

  test('a day finds the steps of that Swiss day', async () => {
    const day = (at: number) =>
      new Intl.DateTimeFormat('de-CH', { timeZone: 'Europe/Zurich', dateStyle: 'medium' }).format(
        at,
      );
    const { rows } = await list({ limit: 200 });
    const last = day(rows[0]?.at ?? 0);
    const wanted = rows.filter(({ at }) => day(at) === last);

    const found = (await list({ search: last, limit: 200 })).rows;
    expect(found.map(keyOf)).toEqual(wanted.map(keyOf));
    expect(found.every(({ matched }) => matched.includes('date'))).toBe(true);
  });

  test('by person and by time', async () => {
    expect((await list({ by: manager.id, limit: 200 })).rows).toHaveLength(6);
    expect((await list({ by: randomUUIDv7() })).rows).toEqual([]);
    const from = began + 10 * HOUR;
    expect((await list({ from, limit: 200 })).rows).toHaveLength(4);
  });

  test('a foreign merchant is not found', async () => {
    await expect(list({ merchantId: 2 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(total({ merchantId: 2 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

test('totals count each kind and add up what succeeded', async () => {
  const { totals } = await total();

  expect(totals).toEqual([
    { kind: 'authorization', currency: 'CHF', count: 12, succeeded: 12 * 1000 + 66 },
    { kind: 'capture', currency: 'CHF', count: 12, succeeded: 10 * 1000 + 66 - 4 - 6 },
  ]);
});
