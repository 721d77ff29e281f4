import { createHash, randomUUIDv7 } from 'node:crypto';
import { storeCallbacks } from 'paygate-bff/src/callbacks/callback-store.ts';
import { findConnection } from 'paygate-bff/src/connections/find-connection.ts';
import type { GatewayConnection } from 'paygate-bff/src/connections/gateway-connection.ts';
import { inTransaction } from 'paygate-bff/src/storage/database.ts';
import type { House } from '../house/house.ts';
import { makeNotifications, openDemo } from './notifications.ts';

/** Notifications per second, and the longest wait for an answer of all but one in twenty, ms. */
export type Accepted = { readonly perSecond: number; readonly p95: number };

const COUNT = 4000;
const AT_ONCE = 32;
/** What the product keeps for callbacks; more make the same SQL slower, not faster, on two cores. */
const CONNECTIONS = 3;

/** What the product accepts over HTTP: verified, stored, committed, answered with 200. */
export async function measureAccepted(house: House): Promise<Accepted> {
  const bodies = makeNotifications(await openDemo(house), COUNT);
  const waits: number[] = [];
  const perSecond = await rate(bodies, AT_ONCE, async (body) => {
    const started = performance.now();
    const answer = await fetch(`${house.desk.url}/callbacks/demo/notify`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body,
    });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`a notification was answered ${answer.status}`);
    waits.push(performance.now() - started);
  });
  waits.sort((a, b) => a - b);
  return { perSecond, p95: waits[Math.floor(waits.length * 0.95)] ?? Number.NaN };
}

/** The same statements through `pg` alone: nothing is received, opened or verified. */
export async function measureSameSql(house: House): Promise<number> {
  const connection = await openDemo(house);
  const bodies = makeNotifications(connection, COUNT);
  return rate(bodies, CONNECTIONS, (body) => store(house, connection, body));
}

async function store({ deps }: House, demo: GatewayConnection, body: string): Promise<void> {
  const { database, clock } = deps;
  const { id: connectionId, merchantId } = demo;
  await findConnection(deps, database.callback, { slug: 'demo' });
  const digest = createHash('sha256').update(body).digest();
  await inTransaction(database.callback, (sql) =>
    storeCallbacks(sql, [
      {
        id: randomUUIDv7(),
        merchantId,
        connectionId,
        kind: 'notify',
        digest,
        raw: Buffer.from(body, 'latin1'),
        payId: digest.toString('hex').slice(0, 32),
        transId: `bench_${digest.toString('hex').slice(0, 16)}`,
        status: 'AUTHORIZE_REQUEST',
        code: '00000000',
        method: 'POST',
        contentType: 'application/x-www-form-urlencoded',
        receivedAt: clock.now(),
      },
    ]),
  );
}

async function rate<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<void>,
): Promise<number> {
  const waiting = items.values();
  const started = performance.now();
  const worker = async () => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return (items.length * 1000) / (performance.now() - started);
}
