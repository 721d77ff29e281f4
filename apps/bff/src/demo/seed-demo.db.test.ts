import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listBatches } from '../batches/list-batches.ts';
import { getBatch } from '../batches/present-batch.ts';
import { callbackRouter } from '../callbacks/callback-router.ts';
import { startCallbackWorker } from '../callbacks/callback-worker.ts';
import { createClock } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { listLinks } from '../links/list-links.ts';
import { sweepPayments } from '../payments/sweep-payments.ts';
import { type Desk, openDesk } from '../payments/testing.ts';
import type { Membership } from '../sessions/person.ts';
import { ensureDemo } from '../users/ensure-demo.ts';
import { planDemo } from './demo-plan.ts';
import { findDemoPerson } from './demo-store.ts';
import { type FollowedClock, followSimulatorClock } from './follow-clock.ts';
import { isDemoFilling } from './is-demo-filling.ts';
import { seedDemo } from './seed-demo.ts';

const COUNT = 40;
const DAY = 24 * 3_600_000;
let desk: Desk;
let deps: Deps;
let clock: FollowedClock;
let ownUrl: string;
const closers: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  desk = await openDesk({ DEMO_PAYMENTS: String(COUNT) }, { empty: true });
  clock = await followSimulatorClock(desk.simulator.url);
  deps = { ...desk.deps, clock: createClock(clock.offset) };
  const app = express().use('/callbacks', callbackRouter(deps)).use(clock.route(deps.live));
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  ownUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const worker = startCallbackWorker(deps);
  closers.push(() => worker.stop());
  closers.push(() => new Promise((resolve) => server.close(resolve)));
  await ensureDemo(deps);
  await clock.register(`${ownUrl}/demo/clock`);
});
afterAll(async () => {
  for (const close of closers) await close();
  await desk.close();
});

const seed = () => seedDemo(deps, { simulatorUrl: desk.simulator.url, ownUrl });
const counts = async (column: string): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await deps.database.read.query<{ name: string; count: number }>(
    `SELECT ${column}::text AS name, count(*) FROM payments GROUP BY 1`,
  );
  return new Map(rows.map(({ name, count }) => [name, count]));
};

describe('the demo', () => {
  test('is the same plan every time, within 200 days', () => {
    const end = Date.UTC(2026, 10, 22);

    const steps = planDemo(200, end);

    expect(planDemo(200, end)).toEqual(steps);
    const births = steps.filter(({ index }) => index === 0);
    expect(births).toHaveLength(210);
    expect(steps.every(({ at }) => at > end - 200 * DAY && at <= end)).toBe(true);
    const names = births.map(({ payment }) => `${payment.slug}/${payment.transId}`);
    expect(new Set(names).size).toBe(210);
  });

  test('comes through the wire, with every state, and ends at the present', async () => {
    expect(await isDemoFilling(deps)).toBe(true);
    await seed();

    expect(await isDemoFilling(deps)).toBe(false);
    const merchants = await counts('merchant_id');
    expect(merchants.get('1')).toBe(COUNT);
    expect(merchants.get('2')).toBe(10);
    const statuses = await counts('status');
    for (const status of [
      'awaiting',
      'processing',
      'authorized',
      'captured',
      'part_refunded',
      'reversed',
      'failed',
      'unknown',
    ]) {
      expect(statuses.get(status) ?? 0, status).toBeGreaterThan(0);
    }
    expect(Math.abs(clock.offset())).toBeLessThan(1_000);
  });

  test('has payment links that are open, paid, expired and withdrawn', async () => {
    const { rows } = await deps.database.read.query<{ id: number }>(
      `SELECT merchant_id AS id FROM memberships GROUP BY 1 ORDER BY 1 LIMIT 1`,
    );
    const memberships = [{ merchantId: rows[0]?.id ?? 0 }] as unknown as readonly Membership[];
    const links = await listLinks(deps, memberships, { limit: 50 });
    const states = new Map(links.rows.map(({ refNr, state }) => [refNr, state]));
    expect(Object.fromEntries(states)).toEqual({
      'S-2016': 'expired',
      'S-2038': 'withdrawn',
      'S-2039': 'paid',
      'S-2041': 'open',
    });
  });

  test('has batch files that are answered with one failed line, answered badly, and waiting', async () => {
    const manager = await findDemoPerson(deps.database.read, 'manager@demo.example');
    const files = await listBatches(deps, manager.memberships, { limit: 50 });

    const [waiting, refused, answered, ...others] = files.rows;
    expect(others).toEqual([]);
    expect(waiting).toMatchObject({ state: 'handed-over', counts: { waiting: 3 } });
    expect(answered).toMatchObject({ state: 'answered', counts: { succeeded: 3, failed: 1 } });
    expect(refused).toMatchObject({ state: 'handed-over', counts: { waiting: 2 } });
    const { answers } = await getBatch(deps, manager.memberships, refused?.id ?? '');
    expect(answers).toMatchObject([{ problem: { problem: 'foot-missing', line: 4 } }]);
  });

  test('keeps what missed its deadline for the day until it is asked about again', async () => {
    const missed = async () => {
      const { rows } = await deps.database.read.query<{ count: number }>(
        'SELECT count(*) FROM payments WHERE capture_due <= $1',
        [new Date(deps.clock.now())],
      );
      return rows[0]?.count ?? 0;
    };
    const before = await missed();
    expect(before).toBeGreaterThan(0);

    expect(await sweepPayments(deps)).toBe(0);

    expect(await missed()).toBe(before);
  });

  test('is not told twice', async () => {
    const before = await counts('status');
    await seed();

    expect(await counts('status')).toEqual(before);
  });

  test('goes on where it was cut short', async () => {
    const before = await counts('status');
    await deps.database.money.query(`DELETE FROM leases WHERE name = 'demo-seeded'`);
    await seed();

    expect(await counts('status')).toEqual(before);
  });
});
