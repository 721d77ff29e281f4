import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { times } from '../failure-model/repetitions.ts';
import type { Person } from '../sessions/person.ts';
import { acceptFigures } from './accept-figures.ts';
import { capturePayment } from './capture-payment.ts';
import { checkPayment } from './check-payment.ts';
import { creditPayment } from './credit-payment.ts';
import { getPayment } from './get-payment.ts';
import { listUnresolved } from './list-unresolved.ts';
import { resolveDueOperations } from './resolver.ts';
import { reversePayment } from './reverse-payment.ts';
import { sweepDelay, sweepPayments } from './sweep-payments.ts';
import { type Desk, openDesk, pay } from './testing.ts';
import { addPerson } from './testing-person.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let desk: Desk;
let manager: Person;
beforeAll(async () => {
  desk = await openDesk();
  manager = await addPerson(desk, 'manager');
});
afterAll(() => desk.close());

const sweepAll = async () => {
  let count = 0;
  for (let round = await sweepPayments(desk.deps); round > 0; ) {
    count += round;
    round = await sweepPayments(desk.deps);
  }
  return count;
};
const outside = (payId: string, kind: string, amount: number) =>
  desk.control('actions', { payId, kind, amount });
const capture = (paymentId: string, amount: number) =>
  capturePayment(desk.deps, manager, { paymentId, amount, closeRest: false, key: randomUUID() });
const showReversals = (inquiryShowsReversals: 'unconfirmed' | 'yes') =>
  desk.deps.database.money.query('UPDATE gateway_connections SET inquiry_shows_reversals = $1', [
    inquiryShowsReversals,
  ]);
const shown = (paymentId: string) => getPayment(desk.deps, manager, paymentId);
const inquiries = async (paymentId: string): Promise<number> => {
  const { rowCount } = await desk.deps.database.read.query(
    `SELECT 1 FROM gateway_calls WHERE payment_id = $1 AND endpoint = 'inquire'`,
    [paymentId],
  );
  return rowCount ?? 0;
};

describe('the daily sweep', () => {
  test('P08 finds what was done elsewhere, records it with its amount, and repairs nothing', async () => {
    const captured = await pay(desk, 50_00);
    await capture(captured.paymentId, 50_00);
    await outside(captured.payId, 'credit', 20_00);
    const authorized = await pay(desk, 50_00);
    await outside(authorized.payId, 'capture', 30_00);
    const reversed = await pay(desk, 50_00);
    await outside(reversed.payId, 'reversal', 50_00);
    await desk.advance(DAY + MINUTE);
    await sweepAll();

    expect(await shown(captured.paymentId)).toMatchObject({ refunded: 20_00, refundable: 30_00 });
    expect(await shown(authorized.paymentId)).toMatchObject({ captured: 30_00, remaining: 20_00 });
    expect(await shown(reversed.paymentId)).toMatchObject({ status: 'reversed', doubt: null });
    const { events } = await shown(captured.paymentId);
    expect(events.at(-1)).toMatchObject({ type: 'external-credit', amount: 20_00, by: null });
    await expect(
      creditPayment(desk.deps, manager, {
        paymentId: captured.paymentId,
        amount: 30_01,
        reason: 'goodwill',
        key: randomUUID(),
      }),
    ).rejects.toThrow('amount-too-high');
  });

  test('P08 no step is sent on a baseline that somebody else has changed', async () => {
    for (let trial = 0; trial < times({ usual: 10, full: 200 }); trial += 1) {
      const { payId, paymentId } = await pay(desk, 50_00);
      await outside(payId, trial % 2 ? 'capture' : 'reversal', 10_00);
      await expect(capture(paymentId, 20_00)).rejects.toMatchObject({ refusal: 'external-change' });
      const ours = (await desk.ledger(payId)).filter(({ reqId }) => reqId !== null);
      expect(ours.filter(({ kind }) => kind === 'capture')).toEqual([]);
      const types = (await shown(paymentId)).events.map(({ type }) => type);
      expect(types).toContain(trial % 2 ? 'external-capture' : 'external-reversal');
    }
  });

  test('asks once a day, and only about payments that can still move money', async () => {
    const open = await pay(desk, 50_00);
    const over = await pay(desk, 50_00);
    await outside(over.payId, 'reversal', 50_00);
    await checkPayment(desk.deps, manager, over.paymentId);
    const before = { open: await inquiries(open.paymentId), over: await inquiries(over.paymentId) };
    await sweepAll();
    expect(await inquiries(open.paymentId)).toBe(before.open);
    await desk.advance(DAY);
    await sweepAll();
    await sweepAll();
    expect(await inquiries(open.paymentId)).toBe(before.open + 1);
    expect(await inquiries(over.paymentId)).toBe(before.over);
  });

  test('asks as long as something can be refunded, and not on the rest of that day', async () => {
    const { paymentId } = await pay(desk, 50_00);
    await capture(paymentId, 50_00);
    const { refundUntil } = await shown(paymentId);
    await desk.advance((refundUntil ?? 0) - desk.deps.clock.now() - DAY - HOUR);
    const before = await inquiries(paymentId);
    await sweepAll();
    expect(await inquiries(paymentId)).toBe(before + 1);
    await desk.advance(DAY + HOUR + 1);
    await sweepAll();
    expect(await inquiries(paymentId)).toBe(before + 1);
  });

  test('asks about what can still be captured before what can only be refunded', async () => {
    const refundable = await pay(desk, 50_00);
    await capture(refundable.paymentId, 50_00);
    await desk.advance(MINUTE);
    await sweepAll();
    const capturable = await pay(desk, 50_00);
    await desk.advance(DAY);
    const env = { ...desk.deps.env, sweepPerSecond: 2 };
    const asked = async () => [
      await inquiries(refundable.paymentId),
      await inquiries(capturable.paymentId),
    ];
    const [before = 0] = await asked();

    while ((await asked())[1] === 0) await sweepPayments({ ...desk.deps, env });

    expect(await asked()).toEqual([before, 1]);
  });

  test('tells by how much it is late', async () => {
    await pay(desk, 50_00);
    await sweepAll();
    expect(await sweepDelay(desk.deps)).toBe(0);
    await desk.advance(DAY + 3 * HOUR);
    expect(await sweepDelay(desk.deps)).toBeGreaterThan(2 * HOUR);
    await sweepAll();
    expect(await sweepDelay(desk.deps)).toBe(0);
  });

  test('is shared by several processes, and taken over from one that died', async () => {
    const payments = [];
    for (let count = 0; count < 8; count += 1) payments.push(await pay(desk, 50_00));
    await desk.advance(DAY);
    const before = await Promise.all(payments.map(({ paymentId }) => inquiries(paymentId)));
    await Promise.all(Array.from({ length: 4 }, sweepAll));
    const after = await Promise.all(payments.map(({ paymentId }) => inquiries(paymentId)));
    expect(after).toEqual(before.map((count) => count + 1));

    await desk.advance(DAY);
    const leased = 'UPDATE payments SET sweep_lease = $1';
    const { database, clock } = desk.deps;
    await database.money.query(leased, [new Date(clock.wall() + DAY)]);
    expect(await sweepAll()).toBe(0);
    await database.money.query(leased, [new Date(clock.wall() - 1)]);
    expect(await sweepAll()).toBeGreaterThanOrEqual(8);
  });

  test('tries again within the hour when the gateway did not answer', async () => {
    const { payId, paymentId } = await pay(desk, 50_00);
    await desk.advance(DAY);
    await desk.control('faults', { fault: 'inquiry-down', payId });
    await sweepAll();
    const before = await inquiries(paymentId);
    await desk.advance(59 * MINUTE);
    await sweepAll();
    expect(await inquiries(paymentId)).toBe(before);
    await desk.advance(MINUTE);
    await sweepAll();
    expect(await inquiries(paymentId)).toBe(before + 1);
  });
});

describe('figures in doubt', () => {
  /** Ours was held for not carried out, and then the same money moved after all. */
  const arrivesLate = async () => {
    const { payId, paymentId } = await pay(desk, 50_00);
    await desk.control('faults', { fault: 'drop-before-effect', endpoint: 'capture', payId });
    await capture(paymentId, 20_00);
    await desk.advance(11 * MINUTE);
    while (await resolveDueOperations(desk.deps));
    expect((await shown(paymentId)).operations.at(-1)?.state).toBe('not_executed');
    await outside(payId, 'capture', 20_00);
    return { payId, paymentId };
  };

  test('W04 a request that arrives after the quiet period is found within a day and stops everything', async () => {
    const late = [];
    for (let trial = 0; trial < times({ usual: 10, full: 50 }); trial += 1)
      late.push(await arrivesLate());
    await desk.advance(DAY);
    await sweepAll();
    for (const { paymentId, payId } of late) {
      expect(await shown(paymentId)).toMatchObject({ captured: 20_00, doubt: 'late' });
      await expect(capture(paymentId, 10_00)).rejects.toMatchObject({ refusal: 'external-change' });
      expect((await desk.ledger(payId)).filter(({ kind }) => kind === 'capture')).toHaveLength(1);
    }
    const listed = (await listUnresolved(desk.deps, manager)).doubtful.map(({ id }) => id);
    expect(listed).toEqual(expect.arrayContaining(late.map(({ paymentId }) => paymentId)));
  });

  test.each([
    ['before the next capture', async () => undefined],
    ['within a day', async () => desk.advance(DAY).then(sweepAll)],
  ])(
    'W04 a second reversal that arrives late is found %s where inquiries show reversals',
    async (_, find) => {
      const { payId, paymentId } = await pay(desk, 50_00);
      await showReversals('yes');
      const reverse = () =>
        reversePayment(desk.deps, manager, { paymentId, amount: 10_00, key: randomUUID() });
      await reverse();
      await desk.control('faults', { fault: 'drop-before-effect', endpoint: 'reverse', payId });
      await reverse();
      await desk.advance(11 * MINUTE);
      while (await resolveDueOperations(desk.deps));
      expect((await shown(paymentId)).operations.at(-1)?.state).toBe('not_executed');
      await outside(payId, 'reversal', 10_00);
      await find();

      await expect(capture(paymentId, 40_00)).rejects.toThrow();

      expect((await desk.ledger(payId)).filter(({ kind }) => kind === 'capture')).toEqual([]);
      expect(await shown(paymentId)).toMatchObject({ remaining: 30_00, doubt: 'late' });
      await showReversals('unconfirmed');
    },
  );

  test('A06 a capture that the gateway no longer knows stops everything until somebody accepts it', async () => {
    const { payId, paymentId } = await pay(desk, 50_00);
    await capture(paymentId, 50_00);
    const stale = () => desk.control('faults', { fault: 'inquiry-stale', payId });
    await stale();
    const { payment } = await checkPayment(desk.deps, manager, paymentId);
    expect(payment).toMatchObject({ captured: 0, doubt: 'fell' });

    await desk.advance(60 * MINUTE);
    await stale();
    await expect(capture(paymentId, 50_00)).rejects.toMatchObject({ refusal: 'external-change' });
    const seen = await shown(paymentId);
    const accept = (version: number) =>
      acceptFigures(desk.deps, manager, manager.memberships, {
        paymentId,
        version,
        reason: 'Seen in the back office of the gateway',
      });
    await stale();
    await expect(accept(seen.version - 1)).rejects.toMatchObject({ refusal: 'stale-version' });
    await stale();
    expect(await accept(seen.version)).toMatchObject({ doubt: null, captured: 0 });
    const { rows } = await desk.deps.database.read.query(
      `SELECT details ->> 'doubt' AS doubt FROM audit_log WHERE action = 'figures-accepted'
         AND subject = $1`,
      [`payment:${paymentId}`],
    );
    expect(rows).toEqual([{ doubt: 'fell' }]);
  });

  test('A06 sums that fall are found each time, however far they fall', async () => {
    for (let trial = 1; trial <= times({ usual: 3, full: 100 }); trial += 1) {
      const { payId, paymentId } = await pay(desk, 50_00);
      await capture(paymentId, 1_00 + trial);
      await desk.control('faults', { fault: 'inquiry-stale', payId });
      const { payment } = await checkPayment(desk.deps, manager, paymentId);
      expect(payment).toMatchObject({ captured: 0, doubt: 'fell' });
    }
  });

  test('A06 is over by itself once the figures come back', async () => {
    const { payId, paymentId } = await pay(desk, 50_00);
    await capture(paymentId, 50_00);
    await desk.control('faults', { fault: 'inquiry-stale', payId });
    await checkPayment(desk.deps, manager, paymentId);
    const { payment } = await checkPayment(desk.deps, manager, paymentId);
    expect(payment).toMatchObject({ captured: 50_00, doubt: null });
  });

  test('A06 nobody accepts what is not in doubt, or another merchant’s', async () => {
    const { paymentId } = await pay(desk, 50_00);
    const { version } = await shown(paymentId);
    const wish = { paymentId, version, reason: 'none' };
    const accept = (memberships: Person['memberships']) =>
      acceptFigures(desk.deps, manager, memberships, wish);
    await expect(accept(manager.memberships)).rejects.toMatchObject({ refusal: 'stale-version' });
    await expect(accept([])).rejects.toThrow('NOT_FOUND');
  });
});
