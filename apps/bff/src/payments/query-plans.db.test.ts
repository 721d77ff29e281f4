import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '../sessions/person.ts';
import { readStepQuery } from '../steps/read-step-query.ts';
import { type StepCriteria, stepCriteria } from '../steps/step-filter.ts';
import { namedPayments } from '../steps/step-search-store.ts';
import { stepPage, stepTotalsOf } from '../steps/step-store.ts';
import { inTransaction } from '../storage/database.ts';
import { withOwner } from '../storage/owner-connection.ts';
import { sortColumns, stretchesOf } from './list-position.ts';
import type { Reading } from './list-statements-store.ts';
import { statementsOf } from './list-store.ts';
import { paymentCriteria } from './payment-filter.ts';
import { compile } from './query-builder.ts';
import { readQuery } from './read-query.ts';
import { sweepClaim } from './sweep-store.ts';
import { type Desk, openDesk } from './testing.ts';
import { addPerson } from './testing-person.ts';
import { explain, fillForPlans, indexConditions } from './testing-plans.ts';
import { totalsOf } from './totals-store.ts';

const wholePage = { direction: 'next', after: null, until: null, limit: 51 } as const;
let desk: Desk;
let manager: Person;

beforeAll(async () => {
  desk = await openDesk();
  manager = await addPerson(desk, 'manager');
  await fillForPlans(desk.deps.database.export, desk.connectionId, 20_000);
  await withOwner(desk.ownerUrl, async (client) => {
    await client.query('ANALYZE');
  });
}, 600_000);
afterAll(() => desk.close());

type Sort = keyof typeof sortColumns;
type Statement = Parameters<typeof compile>[0];

const planOf = (statement: Statement) =>
  inTransaction(desk.deps.database.read, (sql) => explain(sql, compile(statement)));

/** The statements that answer one page, the first stretch of the list. */
async function statementsFor(
  input: object,
  sort: Sort = 'created',
  person = manager,
  places: Partial<Pick<Reading, 'after' | 'until'>> = {},
) {
  const { deps } = desk;
  const criteria = paymentCriteria.parse(input);
  const query = await readQuery(deps, deps.database.read, person, criteria, deps.clock.now());
  const order = sort === 'created' || sort === 'amount' ? 'desc' : 'asc';
  const [stretch] = stretchesOf(sortColumns[sort], order, 'next');
  if (stretch === undefined) throw new Error('a list has at least one stretch');
  return statementsOf(query, { ...wholePage, ...places, stretch });
}

const plansOf = async (...page: Parameters<typeof statementsFor>) =>
  Promise.all((await statementsFor(...page)).map(planOf));

describe('a page of payments reads its index', () => {
  test.each<[string, object, Sort, readonly string[]]>([
    ['nothing set', {}, 'created', ['payments_created']],
    ['by amount', {}, 'amount', ['payments_amount']],
    ['by capture deadline', {}, 'captureBy', ['payments_capture_due']],
    ['by refund deadline', {}, 'refundUntil', ['payments_refund_due']],
    ['a status', { status: ['failed'] }, 'created', ['payments_status_created']],
    ['statuses', { status: ['failed', 'captured'] }, 'created', ['payments_status_created']],
    ['a status by amount', { status: ['failed'] }, 'amount', ['payments_amount']],
    ['what waits, by amount', { status: ['authorized'] }, 'amount', ['payments_waiting_amount']],
    [
      'what waits in two ways, by amount',
      { status: ['authorized', 'part_captured'] },
      'amount',
      ['payments_waiting_amount'],
    ],
    ['capture soon', { captureUrgency: ['critical'] }, 'created', ['payments_capture_due']],
    ['capture in hours', { captureWithin: 24 }, 'captureBy', ['payments_capture_due']],
    ['refund soon', { refundUrgency: ['critical'] }, 'refundUntil', ['payments_refund_due']],
    [
      'refund soon, by date',
      { refundUrgency: ['critical', 'urgent'] },
      'created',
      ['payments_pkey', 'payments_refund_day'],
    ],
    [
      'refund missed, by date',
      { refundUrgency: ['missed'] },
      'created',
      ['payments_pkey', 'payments_refund_day'],
    ],
    [
      'refund in a few hours',
      { refundWithin: 4 },
      'created',
      ['payments_pkey', 'payments_refund_due'],
    ],
    [
      'refund in many hours',
      { refundWithin: 480 },
      'created',
      ['payments_pkey', 'payments_refund_day'],
    ],
    [
      'refund soon, by amount',
      { refundUrgency: ['urgent'] },
      'amount',
      ['payments_pkey', 'payments_refund_due'],
    ],
    ['refund missed, by amount', { refundUrgency: ['missed'] }, 'amount', ['payments_amount']],
    ['an amount', { amountMin: 4990, amountMax: 4990 }, 'created', ['payments_amount']],
    ['a range of dates', { from: '2025-01-01', to: '2027-01-01' }, 'created', ['payments_created']],
    ['refunded', { refunded: true }, 'created', ['payments_refunded_created']],
    ['unknown', { unknown: true }, 'created', ['payments_status_created']],
    ['a note', { note: true }, 'created', ['payments_noted_created']],
    ['no note', { note: false }, 'created', ['payments_created']],
    ['a source', { source: ['desk'] }, 'created', ['payments_source_created']],
    ['a connection', { connection: 'demo-sale' }, 'created', ['payments_connection_created']],
  ])('%s', async (_, input, sort, indexes) => {
    for (const plan of await plansOf(input, sort)) expect(plan).toEqual({ indexes, scans: [] });
  });

  test.each(['created', 'amount', 'captureBy'] as const)(
    'between two places by %s',
    async (sort) => {
      const id = randomUUIDv7();
      const places = {
        after: { value: sort === 'captureBy' ? 0 : 2e12, id, side: 'before' },
        until: { value: sort === 'captureBy' ? 2e12 : 0, id, side: 'before' },
      } as const;
      const [whole] = await plansOf({}, sort);

      expect(await plansOf({}, sort, manager, places)).toEqual([whole]);
    },
  );

  test.each([
    ['refund_due', { refundUrgency: ['critical', 'urgent', 'soon'] }, 'refundUntil'],
    ['capture_due', { captureUrgency: ['critical', 'urgent', 'soon'] }, 'captureBy'],
  ] as const)('by %s, what presses begins where what is over ends', async (column, input, sort) => {
    const [statement] = await statementsFor(input, sort);
    if (statement === undefined) throw new Error('a page has a statement');
    const [condition] = await inTransaction(desk.deps.database.read, (sql) =>
      indexConditions(sql, compile(statement)),
    );

    expect(condition).toContain(`(${column} > '`);
    expect(condition).toContain(`(${column} <= '`);
  });

  test('without anything to capture, the newest first', async () => {
    const { deps } = desk;
    const criteria = paymentCriteria.parse({});
    const query = await readQuery(deps, deps.database.read, manager, criteria, deps.clock.now());
    const [, never] = stretchesOf('capture_due', 'asc', 'next');
    if (never === undefined) throw new Error('some payments have nothing to capture');
    const [statement] = statementsOf(query, { ...wholePage, stretch: never });
    if (statement === undefined) throw new Error('a stretch has a statement');

    expect(await planOf(statement)).toEqual({ indexes: ['payments_pkey'], scans: [] });
  });

  test('of several merchants, one by one', async () => {
    const [{ merchantId: _, ...membership } = { merchantId: 0 }] = manager.memberships;
    const both = [1, 2].map((merchantId) => ({
      ...manager.memberships[0],
      ...membership,
      merchantId,
    }));
    const person = { ...manager, memberships: both } as Person;

    expect(await plansOf({}, 'created', person)).toEqual([
      { indexes: ['payments_created'], scans: [] },
    ]);
  });
});

describe('a search reads along the list first, then its indexes', () => {
  test.each([
    ['text', 'c0ffee', ['payments_pay_id', 'payments_search']],
    ['an amount', '49.90', ['payments_amount', 'payments_search']],
    ['a day', '21.11.2025', ['payments_created', 'payments_search']],
    ['two characters', 'zz', ['payments_pay_id', 'payments_ref_nr', 'payments_trans_id']],
  ])('%s', async (_, search, indexes) => {
    const [nearby, everywhere] = await plansOf({ search });

    expect(nearby).toEqual({ indexes: ['payments_created'], scans: [] });
    expect(everywhere?.scans).toEqual([]);
    expect(everywhere?.indexes).toEqual(
      expect.arrayContaining([...indexes, 'payments_pkey', 'payments_twint_order']),
    );
  });
});

test.each([
  ['a search', { search: 'c0ffee' }, 'payments_search'],
  ['a status', { status: ['unknown'] }, 'payments_status_created'],
  ['a deadline', { captureWithin: 24 }, 'payments_capture_due'],
  ['a month', { from: '2025-11-01', to: '2025-11-30' }, 'payments_created'],
])('totals of %s read its index', async (_, input, index) => {
  const { deps } = desk;
  const criteria = paymentCriteria.parse(input);
  const query = await readQuery(deps, deps.database.read, manager, criteria, deps.clock.now());
  const plan = await planOf(totalsOf(query, 10_001));

  expect(plan.indexes).toContain(index);
  expect(plan.scans).toEqual([]);
});

test('the daily look claims by its two indexes, day by day, and reads no other payment', async () => {
  const now = desk.deps.clock.now();
  const wish = { now, since: now, wall: now, leaseMs: 1, limit: 5 };
  const plan = await inTransaction(desk.deps.database.read, (sql) =>
    explain(sql, sweepClaim(wish)),
  );

  expect(plan).toEqual({
    indexes: ['payments_pkey', 'payments_sweep_capture', 'payments_sweep_refund'],
    scans: [],
  });
});

describe('a page of steps reads the indexes of both its tables', () => {
  const page = async (input: object, sort: 'at' | 'amount' = 'at') => {
    const criteria: StepCriteria = stepCriteria.parse(input);
    const query = await readStepQuery(desk.deps, desk.deps.database.read, manager, criteria);
    const reading = { ...wholePage, sort, order: 'desc' } as const;
    const statements = [stepPage(query, reading), stepTotalsOf(query, 10_001)];
    return Promise.all(statements.flatMap((statement) => statement ?? []).map(planOf));
  };

  test.each([
    ['by time', {}, 'at', ['operations_created', 'payment_events_steps']],
    ['by amount', {}, 'amount', ['operations_amount', 'payment_events_step_amount']],
    ['a kind', { kind: ['credit'] }, 'at', ['operations_kind_created']],
    ['a state', { state: ['unknown'] }, 'at', ['operations_state_created']],
    ['a code', { code: '2150' }, 'at', ['operations_code', 'payment_events_step_code']],
    [
      'an amount',
      { amountMin: 777, amountMax: 777 },
      'at',
      ['operations_amount', 'payment_events_step_amount'],
    ],
  ] as const)('%s', async (_, input, sort, indexes) => {
    const [plan] = await page(input, sort);

    expect(plan?.indexes).toEqual(expect.arrayContaining([...indexes, 'payments_pkey']));
    expect(plan?.scans).toEqual([]);
  });

  test('payments by the beginning of a name, in each case it can be written in', async () => {
    const prefixes = ['c0FFee%', 'c0ffee%', 'C0FFEE%'];
    const naming = { merchantIds: [1], connectionIds: [desk.connectionId], prefixes, limit: 501 };
    const conditions = await inTransaction(desk.deps.database.read, (sql) =>
      indexConditions(sql, compile(namedPayments(naming))),
    );

    for (const name of ['pay_id', 'trans_id', 'twint_order_id', 'ref_nr']) {
      for (const prefix of ['c0FFee', 'c0ffee', 'C0FFEE']) {
        const from = new RegExp(`\\(${name} ~?>=~? '${prefix}'`);
        expect(conditions.filter((condition) => from.test(condition))).toHaveLength(1);
      }
    }
  });

  test('a person', async () => {
    const [plan] = await page({ by: manager.id });

    expect(plan?.indexes).toContain('operations_person_created');
  });

  test('a search', async () => {
    const [plan, totals] = await page({ search: 'c0ffee00' });

    for (const one of [plan, totals]) {
      expect(one?.indexes).toEqual(
        expect.arrayContaining(['operations_xid', 'operations_req_id_key', 'payment_events_xid']),
      );
      expect(one?.scans).toEqual([]);
    }
    for (const walked of ['operations_created', 'payment_events_steps'])
      expect(plan?.indexes).not.toContain(walked);
  });
});
