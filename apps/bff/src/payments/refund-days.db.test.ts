import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person } from '../sessions/person.ts';
import { listPayments } from './list-payments.ts';
import { paymentFilter } from './payment-filter.ts';
import { type Desk, openDesk } from './testing.ts';
import { addPerson } from './testing-person.ts';
import { fillForPlans } from './testing-plans.ts';

let desk: Desk;
let manager: Person;

/** Two years of payments; some arrived here long after they were authorized. */
beforeAll(async () => {
  desk = await openDesk();
  manager = await addPerson(desk, 'manager');
  await fillForPlans(desk.deps.database.export, desk.connectionId, 6_000);
  await desk.deps.database.money.query(
    `UPDATE payments SET created_at = created_at + (authorized % 300) * interval '1 day'
     WHERE authorized % 50 = 7 AND created_at < now() - interval '400 days'`,
  );
});
afterAll(() => desk.close());

const PAGES = 20;

/** Names in pages of five, so many pages followed. */
async function followed(input: object): Promise<readonly string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const filter = paymentFilter.parse({ merchantId: 1, limit: 5, ...input, cursor });
    const page: Awaited<ReturnType<typeof listPayments>> = await listPayments(
      desk.deps,
      manager,
      filter,
    );
    ids.push(...page.rows.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== null && ids.length < 5 * PAGES);
  return ids;
}

/** Names by the plainest statement. `hours` from now to the end of the refund. */
async function plainly(condition: string, order: 'asc' | 'desc'): Promise<readonly string[]> {
  const { clock, database } = desk.deps;
  const { rows } = await database.read.query<{ id: string }>(
    `SELECT id FROM (SELECT *, extract(epoch FROM refund_due - $1) / 3600 AS hours FROM payments
       WHERE merchant_id = 1 AND refund_due < 'infinity') p
     WHERE ${condition} ORDER BY created_at ${order}, id ${order}`,
    [new Date(clock.now())],
  );
  return rows.map(({ id }) => id);
}

test.each([
  ['missed', { refundUrgency: ['missed'] }, 'hours <= 0'],
  ['urgent and soon', { refundUrgency: ['urgent', 'soon'] }, 'hours > 24 AND hours <= 336'],
  [
    'missed and soon',
    { refundUrgency: ['missed', 'soon'] },
    'hours <= 0 OR (hours > 72 AND hours <= 336)',
  ],
  ['within hours', { refundWithin: 480 }, 'hours > 0 AND hours <= 480'],
])(
  'refunds %s, page by page in the order of time, are those of the whole list',
  async (_, input, condition) => {
    for (const order of ['asc', 'desc'] as const) {
      const expected = await plainly(condition, order);

      expect(expected.length).toBeGreaterThan(5);
      expect(await followed({ ...input, order })).toEqual(expected.slice(0, 5 * PAGES));
    }
  },
);
