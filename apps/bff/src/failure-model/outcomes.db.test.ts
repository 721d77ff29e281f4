import { randomUUID } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { capturePayment } from '../payments/capture-payment.ts';
import { resolveDueOperations } from '../payments/resolver.ts';
import { addPerson } from '../payments/testing-person.ts';
import { addPayments, addUnknown, paymentIdOf } from './many-payments.ts';
import { openPlainDesk } from './testing-desk.ts';

const MINUTE = 60_000;
const nothing = { auth: 50_00, cap: 0, cred: 0 };
const all = { auth: 50_00, cap: 50_00, cred: 0 };

type Plain = Awaited<ReturnType<typeof openPlainDesk>>;
let desk: Plain;
afterEach(() => desk.close());

async function resolveAll({ deps }: Plain): Promise<void> {
  while (await resolveDueOperations(deps));
}

/** The number of money requests the gateway got. */
const sends = () => desk.gateway.seen.filter(({ path }) => path !== '/inquire.aspx').length;

test('W01: of 1,000 captures without effect none is booked, all end at the quiet period', async () => {
  desk = await openPlainDesk(() => nothing);
  await addUnknown(desk.deps.database.money, desk.connectionId, 1000, desk.clock.now());

  desk.clock.move(9 * MINUTE);
  await resolveAll(desk);
  expect(await desk.states()).toEqual({ unknown: 1000 });
  desk.clock.move(2 * MINUTE);
  await resolveAll(desk);

  expect(await desk.states()).toEqual({ not_executed: 1000 });
  expect(sends()).toBe(0);
}, 240_000);

test('W02 C09: of 1,000 captures with effect 8 resolvers book each once and send nothing', async () => {
  desk = await openPlainDesk(() => all);
  await addUnknown(desk.deps.database.money, desk.connectionId, 1000, desk.clock.now());
  desk.clock.move(30_000);

  await Promise.all(Array.from({ length: 8 }, () => resolveAll(desk)));

  expect(await desk.states()).toEqual({ succeeded: 1000 });
  const { rows } = await desk.deps.database.read.query<{ facts: number; payments: number }>(
    `SELECT count(*) AS facts, count(DISTINCT payment_id) AS payments
     FROM payment_events WHERE type = 'captured'`,
  );
  expect(rows[0]).toEqual({ facts: 1000, payments: 1000 });
  expect(sends()).toBe(0);
}, 240_000);

test('W03: 500 effects between 31 s and 9 min late are never called not executed', async () => {
  const delays = Array.from({ length: 500 }, (_, at) => 31_000 + ((at * 7919) % 509) * 1000);
  let start = 0;
  desk = await openPlainDesk(({ payId }) => {
    const delay = delays[Number.parseInt(payId, 16) - 1] ?? 0;
    return desk.clock.now() - start >= delay ? all : nothing;
  });
  start = desk.clock.now();
  await addUnknown(desk.deps.database.money, desk.connectionId, 500, start);

  for (const minutes of [0.5, 1.5, 3, 5, 1]) {
    desk.clock.move(minutes * MINUTE);
    await resolveAll(desk);
    expect(Object.keys(await desk.states())).not.toContain('not_executed');
  }

  expect(await desk.states()).toEqual({ succeeded: 500 });
}, 240_000);

test('W15: two hours of outage lose nothing, ask once a second at most, and end in two minutes', async () => {
  let answer: typeof all | null = null;
  desk = await openPlainDesk(() => answer);
  const { clock, gateway, deps } = desk;
  const clerk = await addPerson(desk, 'manager');
  await addUnknown(deps.database.money, desk.connectionId, 20, clock.now());
  const paymentId = paymentIdOf(1);
  const start = clock.now();
  let most = 0;
  let refused = 0;

  while (clock.now() - start < 120 * MINUTE) {
    const before = gateway.seen.length;
    await resolveAll(desk);
    if ((clock.now() - start) % (30 * MINUTE) === 0) {
      const wish = { paymentId, amount: 50_00, closeRest: false };
      await capturePayment(deps, clerk, { ...wish, key: randomUUID() }).catch(() => refused++);
    }
    // Five failures close the line; what comes before that is not counted.
    if (clock.now() > start) most = Math.max(most, gateway.seen.length - before);
    clock.move(5000);
  }
  expect(await desk.states()).toEqual({ unknown: 20 });
  expect(refused).toBe(4);
  expect(most).toBe(1);

  answer = all;
  const asked = gateway.seen.length;
  for (let seconds = 0; seconds < 120; seconds += 5) {
    clock.move(5000);
    await resolveAll(desk);
  }
  expect(await desk.states()).toEqual({ succeeded: 20 });
  expect(sends()).toBe(0);
  expect(gateway.seen.length).toBeGreaterThan(asked);
}, 240_000);

test('W15: a clerk hears at once that the gateway does not answer, and nothing is queued', async () => {
  desk = await openPlainDesk(() => null);
  const clerk = await addPerson(desk, 'manager');
  await addPayments(desk.deps.database.money, desk.connectionId, 1, desk.clock.now());
  const paymentId = paymentIdOf(1);
  const click = () =>
    capturePayment(desk.deps, clerk, {
      paymentId,
      amount: 50_00,
      closeRest: false,
      key: randomUUID(),
    });

  for (let clicks = 0; clicks < 8; clicks++) {
    await expect(click()).rejects.toMatchObject({ refusal: 'gateway-unreachable' });
  }

  // Five to see that nobody is there, and none after them in the same second.
  expect(desk.gateway.seen).toHaveLength(5);
  expect(await desk.states()).toEqual({ cancelled: 8 });
});
