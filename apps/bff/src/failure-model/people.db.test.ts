import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { capturePayment } from '../payments/capture-payment.ts';
import { addPerson } from '../payments/testing-person.ts';
import { Refused } from '../refused.ts';
import { withOwner } from '../storage/owner-connection.ts';
import { addPayments, paymentIdOf } from './many-payments.ts';
import { times } from './repetitions.ts';
import { openPlainDesk } from './testing-desk.ts';

const ROUNDS = times({ usual: 10, full: 100 });
const AT_ONCE = 64;

type Plain = Awaited<ReturnType<typeof openPlainDesk>>;
let desk: Plain;
beforeAll(async () => {
  desk = await openPlainDesk(() => ({ auth: 50_00, cap: 0, cred: 0 }));
  await addPayments(desk.deps.database.money, desk.connectionId, ROUNDS + 3, desk.clock.now());
});
afterAll(() => desk.close());

const wishOf = (paymentId: string) => ({
  paymentId,
  amount: 50_00,
  closeRest: false,
  key: randomUUID(),
});
const sends = () => desk.gateway.seen.filter(({ path }) => path === '/capture.aspx');

test('P01: of 64 captures of one payment at once one is sent, over and over', async () => {
  const clerk = await addPerson(desk, 'shipping');
  let refusals = 0;

  for (let round = 1; round <= ROUNDS; round++) {
    const clicks = Array.from({ length: AT_ONCE }, () =>
      capturePayment(desk.deps, clerk, wishOf(paymentIdOf(round))),
    );
    for (const click of await Promise.allSettled(clicks)) {
      if (click.status === 'rejected' && click.reason instanceof Refused) refusals += 1;
    }
  }

  expect(sends()).toHaveLength(ROUNDS);
  expect(refusals).toBe(ROUNDS * (AT_ONCE - 1));
});

test('D06: every step has a ReqId of its own, and the database takes none twice', async () => {
  const ids = sends().map(({ reqId }) => reqId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/);

  const twice = withOwner(desk.ownerUrl, (client) =>
    client.query('UPDATE operations SET req_id = $1', [ids[0]]),
  );
  await expect(twice).rejects.toMatchObject({ code: '23505' });
});

describe('P06 A03 A05: the database itself refuses a step', () => {
  test.each([
    ['that its own maker has approved', 'approved_by = created_by'],
    ['in another currency than CHF', `currency = 'EUR'`],
    ['about nothing', 'amount = 0'],
  ])('%s', async (_, change) => {
    const broken = withOwner(desk.ownerUrl, (client) =>
      client.query(`UPDATE operations SET ${change}`),
    );
    await expect(broken).rejects.toMatchObject({ code: '23514' });
  });
});
