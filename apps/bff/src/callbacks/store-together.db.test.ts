import { randomBytes, randomUUIDv7 } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findConnection } from '../connections/find-connection.ts';
import type { GatewayConnection } from '../connections/gateway-connection.ts';
import { type Desk, openDesk } from '../payments/testing.ts';
import type { NewEntry } from './callback-store.ts';
import { storeTogether } from './store-together.ts';

let desk: Desk;
let connection: GatewayConnection;
beforeEach(async () => {
  desk = await openDesk();
  const found = await findConnection(desk.deps, desk.deps.database.read, { slug: 'demo' });
  if (found === null) throw new Error('no connection');
  connection = found;
});
afterEach(() => desk.close());

const arrive = (over: Partial<NewEntry> = {}): Promise<void> => {
  const name = randomBytes(16).toString('hex');
  const entry: NewEntry = {
    id: randomUUIDv7(),
    merchantId: connection.merchantId,
    connectionId: connection.id,
    kind: 'notify',
    digest: randomBytes(32),
    raw: Buffer.from('Len=1&Data=00'),
    payId: name,
    transId: `T-${name}`,
    status: 'OK',
    code: '00000000',
    method: 'POST',
    contentType: null,
    receivedAt: desk.deps.clock.now(),
    ...over,
  };
  return storeTogether(desk.deps.database.callback, { connection, entry });
};

type Stored = { readonly id: string; readonly repeats: number; readonly transaction: string };
const stored = async (): Promise<readonly Stored[]> => {
  const { rows } = await desk.deps.database.read.query<Stored>(
    'SELECT id, repeats, xmin::text AS transaction FROM callback_inbox',
  );
  return rows;
};

test('what arrives together is committed together', async () => {
  await Promise.all(Array.from({ length: 40 }, () => arrive()));

  const rows = await stored();
  expect(rows).toHaveLength(40);
  // One for each lane, one for all that came while these were busy; the others for a slow start.
  expect(new Set(rows.map(({ transaction }) => transaction)).size).toBeLessThan(10);
});

test('of ten the one that no database could keep fails alone', async () => {
  const verdicts = await Promise.allSettled(
    Array.from({ length: 10 }, (_, at) => arrive(at === 6 ? { status: 'O\0K' } : {})),
  );

  expect(verdicts.map(({ status }) => status)).toEqual(
    verdicts.map((_, at) => (at === 6 ? 'rejected' : 'fulfilled')),
  );
  expect(await stored()).toHaveLength(9);
});

test('the same message several times at once is stored once and counted', async () => {
  const digest = randomBytes(32);
  await Promise.all(Array.from({ length: 12 }, () => arrive({ digest })));

  expect(await stored()).toMatchObject([{ repeats: 11 }]);
});

test('nothing is acknowledged that a crash took away', async () => {
  const acknowledged: string[] = [];
  let failed = 0;
  const customers = Array.from({ length: 20 }, async () => {
    for (let at = 0; at < 15; at += 1) {
      const id = randomUUIDv7();
      await arrive({ id }).then(
        () => acknowledged.push(id),
        () => {
          failed += 1;
        },
      );
    }
  });
  const kill = async () => {
    for (let at = 0; at < 15; at += 1) {
      await desk.deps.database.read.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE application_name = 'paygate-desk callback' AND datname = current_database()`,
      );
    }
  };
  await Promise.all([...customers, kill()]);
  await arrive();

  const kept = new Set((await stored()).map(({ id }) => id));
  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
  expect(acknowledged.length + failed).toBe(300);
  expect(acknowledged.length).toBeGreaterThan(0);
});
