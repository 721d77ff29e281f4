import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { capturePayment } from '../payments/capture-payment.ts';
import { resolveDueOperations } from '../payments/resolver.ts';
import { addPerson } from '../payments/testing-person.ts';
import { addPayments, addUnknown, paymentIdOf } from './many-payments.ts';
import { openPlainDesk } from './testing-desk.ts';

const MINUTE = 60_000;
const TWO_DAYS = 48 * 60 * MINUTE;
const nothing = { auth: 50_00, cap: 0, cred: 0 };

let desk: Awaited<ReturnType<typeof openPlainDesk>> | undefined;
afterEach(async () => {
  await desk?.close();
  desk = undefined;
});

/** Servers whose machines disagree about the time of day by two days in both directions. */
const machinesOf = ({ deps }: NonNullable<typeof desk>) =>
  [-TWO_DAYS, 0, TWO_DAYS].map((skew) => ({
    ...deps,
    clock: { now: deps.clock.now, wall: () => deps.clock.wall() + skew },
  }));

test('D01: three machines two days apart judge 60 captures as one clock would, and send nothing', async () => {
  desk = await openPlainDesk(() => nothing);
  const { deps, clock, connectionId, gateway } = desk;
  await addUnknown(deps.database.money, connectionId, 60, clock.now());
  const resolve = async () => {
    for (const machine of machinesOf(desk as NonNullable<typeof desk>)) {
      while (await resolveDueOperations(machine));
    }
  };

  clock.move(9 * MINUTE);
  await resolve();
  expect(await desk.states()).toEqual({ unknown: 60 });
  clock.move(2 * MINUTE);
  await resolve();

  expect(await desk.states()).toEqual({ not_executed: 60 });
  expect(gateway.seen.filter(({ path }) => path !== '/inquire.aspx')).toEqual([]);
});

test('D01: a machine two days off captures, once', async () => {
  desk = await openPlainDesk(() => nothing);
  const clerk = await addPerson(desk, 'shipping');
  await addPayments(desk.deps.database.money, desk.connectionId, 3, desk.clock.now());

  for (const [at, machine] of machinesOf(desk).entries()) {
    const paymentId = paymentIdOf(at + 1);
    const wish = { paymentId, amount: 50_00, closeRest: false, key: randomUUID() };
    const { operation } = await capturePayment(machine, clerk, wish);
    expect(operation.state).toBe('succeeded');
  }
  const sent = desk.gateway.seen.filter(({ path }) => path === '/capture.aspx');
  expect(sent).toHaveLength(3);
});

test('D01: no file of the money path reads the time of the machine', () => {
  for (const room of ['payments', 'gateway', 'callbacks']) {
    const folder = fileURLToPath(new URL(`../${room}/`, import.meta.url));
    const files = readdirSync(folder).filter((name) => !/test/.test(name));
    expect(files.length).toBeGreaterThan(5);
    for (const name of files) {
      const text = readFileSync(`${folder}${name}`, 'utf8');
      expect(text, `${room}/${name}`).not.toMatch(/Date\.now\(|new Date\(\)|(?<!\.)\bnow\(\)/);
    }
  }
});
