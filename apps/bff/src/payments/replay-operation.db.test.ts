import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '../sessions/person.ts';
import { capturePayment } from './capture-payment.ts';
import { claimOperation } from './claim-operation.ts';
import { reserveOperation } from './reserve-operation.ts';
import { takeBaseline } from './take-baseline.ts';
import { type Desk, openDesk, pay } from './testing.ts';
import { atCommit } from './testing-commit.ts';
import { addPerson } from './testing-person.ts';

let desk: Desk;
let manager: Person;

beforeAll(async () => {
  desk = await openDesk();
  manager = await addPerson(desk, 'manager');
});
afterAll(() => desk.close());

const wishOf = (paymentId: string) => ({
  paymentId,
  amount: 50_00,
  closeRest: false,
  key: randomUUID(),
});
const captures = async (payId: string) =>
  (await desk.ledger(payId)).filter(({ kind }) => kind === 'capture').length;

async function reserved() {
  const { paymentId } = await pay(desk, 50_00);
  const wish = wishOf(paymentId);
  const reservation = await reserveOperation(desk.deps, manager, { kind: 'capture', ...wish });
  if (!reservation.isNew) throw new Error('the key was new');
  return { ...reservation, wish };
}

describe('a key used again', () => {
  test('at another payment at the same moment is refused by the database', async () => {
    const one = await pay(desk, 50_00);
    const other = await pay(desk, 50_00);
    const wish = { kind: 'capture', ...wishOf(one.paymentId) } as const;
    const { money } = desk.deps.database;
    let second: Promise<unknown> = Promise.resolve();
    // The second reserves while the first has not committed: only the unique key can see both.
    const slow = atCommit(desk, async () => {
      second = reserveOperation(desk.deps, manager, { ...wish, paymentId: other.paymentId }).catch(
        (error: unknown) => error,
      );
      await expect.poll(() => isWaiting(money)).toBe(true);
    });

    const first = await reserveOperation(slow, manager, wish);

    expect(first.isNew).toBe(true);
    expect(await second).toMatchObject({ refusal: 'key-reused' });
  });

  test('tells again why its operation was cancelled', async () => {
    const { paymentId, payId } = await pay(desk, 50_00);
    await desk.control('faults', { fault: 'inquiry-down', payId });
    const wish = wishOf(paymentId);
    const unreachable = { refusal: 'gateway-unreachable' };

    await expect(capturePayment(desk.deps, manager, wish)).rejects.toMatchObject(unreachable);
    await expect(capturePayment(desk.deps, manager, wish)).rejects.toMatchObject(unreachable);

    expect(await captures(payId)).toBe(0);
  });

  test.each(['requested', 'sending'] as const)(
    'waits for what is %s, but not for ever',
    async (state) => {
      const { operation, payment, connection, reservedAt, wish } = await reserved();
      if (state === 'sending') {
        const baseline = await takeBaseline(desk.deps, connection, payment, operation);
        await claimOperation(desk.deps, connection, operation, { baseline, reservedAt });
      }
      let looked = 0;
      const wall = () => {
        looked += 1;
        return reservedAt + (looked - 1) * desk.deps.env.gatewayTimeoutMs;
      };
      const deps = { ...desk.deps, clock: { ...desk.deps.clock, wall } };

      const again = await capturePayment(deps, manager, wish);

      expect(again.operation).toMatchObject({ id: operation.id, state });
      // The reservation, the beginning, and two looks before the time is over.
      expect(looked).toBe(4);
    },
  );

  test('hears the end of what was on its way', async () => {
    const { operation, payment, connection, wish } = await reserved();

    const again = capturePayment(desk.deps, manager, wish);
    const baseline = takeBaseline(deaf(), connection, payment, operation);

    await expect(baseline).rejects.toMatchObject({ refusal: 'gateway-unreachable' });
    await expect(again).rejects.toMatchObject({ refusal: 'gateway-unreachable' });
  });
});

/** The same house, at whose door no gateway answers. */
const deaf = () => ({ ...desk.deps, env: { ...desk.deps.env, gatewayTimeoutMs: 0 } });

/** Whether a statement of this database waits for another transaction. */
async function isWaiting(sql: Desk['deps']['database']['money']): Promise<boolean> {
  const { rowCount } = await sql.query(
    `SELECT 1 FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event = 'transactionid'`,
  );
  return rowCount === 1;
}
