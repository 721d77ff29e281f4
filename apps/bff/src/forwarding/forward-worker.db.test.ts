import { randomBytes, randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sealNotification } from 'paygate-core/notification';
import { createCipher } from 'paygate-core/wire';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { receiveCallback } from '../callbacks/receive-callback.ts';
import { findConnection } from '../connections/find-connection.ts';
import { type Desk, openDesk } from '../payments/testing.ts';
import { forwardCallbacks } from './forward-worker.ts';

const credentials = {
  merchantId: 'desk_demo',
  cipher: createCipher('blowfish', 'bf-demo-key-0001'),
  macKey: 'hmac-demo-key-0123456789abcdef01',
};
const MINUTE = 60_000;

let desk: Desk;
let shop: Server;
let status = 200;
let address: string;
const heard: { readonly method: string; readonly body: string; readonly type: string }[] = [];

beforeAll(async () => {
  desk = await openDesk();
  shop = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += Buffer.from(chunk).toString('latin1');
    const { method = '', headers } = request;
    heard.push({ method, body, type: headers['content-type'] ?? '' });
    response.writeHead(status).end();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => shop.once('listening', resolve));
  address = `http://127.0.0.1:${(shop.address() as AddressInfo).port}/notify`;
});

afterAll(async () => {
  shop.closeAllConnections();
  await new Promise((resolve) => shop.close(resolve));
  await desk.close();
});

beforeEach(async () => {
  status = 200;
  heard.length = 0;
  await desk.deps.database.money.query('DELETE FROM callback_inbox');
  await setAddress(address);
});

const setAddress = (to: string | null) =>
  desk.deps.database.money.query('UPDATE gateway_connections SET forward_to = $1', [to]);

const message = (over: object = {}, signedBy = credentials): string => {
  const said = {
    PayID: randomBytes(16).toString('hex'),
    TransID: `T-${randomUUID()}`,
    Status: 'AUTHORIZE_REQUEST',
    Code: '00000000',
    ...over,
  };
  const { len, data } = sealNotification(signedBy, Object.entries(said));
  return `Len=${len}&Data=${data}`;
};

const arrive = async (text: string, kind: 'notify' | 'success' | 'failure' = 'notify') => {
  const { deps } = desk;
  const connection = await findConnection(deps, deps.database.callback, { slug: 'demo' });
  if (connection === null) throw new Error('no connection');
  const sent = { method: 'POST', contentType: 'application/x-www-form-urlencoded' } as const;
  return receiveCallback(deps, connection, kind, text, sent);
};

const forwards = async () => {
  const { rows } = await desk.deps.database.read.query(
    `SELECT state, attempts, last_status, last_error FROM callback_forwards ORDER BY created_at`,
  );
  return rows;
};

describe('a shop that is not to be deafened', () => {
  test('gets every notification once, byte for byte, whatever it says', async () => {
    const texts = [message(), message({ Status: 'FAILED', Code: '20000100' })];
    for (const text of texts) {
      await arrive(text);
      await arrive(text);
    }
    await forwardCallbacks(desk.deps);
    await forwardCallbacks(desk.deps);
    expect(heard).toHaveLength(2);
    expect(new Set(heard.map(({ body }) => body))).toEqual(new Set(texts));
    expect(heard[0]).toMatchObject({
      method: 'POST',
      type: 'application/x-www-form-urlencoded',
    });
    expect(await forwards()).toMatchObject([{ state: 'done' }, { state: 'done' }]);
  });

  test('gets neither browser returns nor what is not authentic', async () => {
    await arrive(message(), 'success');
    await arrive(message(), 'failure');
    await arrive(message({}, { ...credentials, macKey: 'another' }));
    await forwardCallbacks(desk.deps);
    expect(heard).toEqual([]);
    expect(await forwards()).toEqual([]);
  });

  test('is asked again after n³ minutes until it answers 200, and no longer', async () => {
    status = 503;
    await arrive(message());
    for (let attempt = 1; attempt <= 9; attempt += 1) {
      await forwardCallbacks(desk.deps);
      // Not a moment too early.
      await forwardCallbacks(desk.deps);
      expect(heard).toHaveLength(attempt);
      await desk.advance(attempt ** 3 * MINUTE);
    }
    await forwardCallbacks(desk.deps);
    expect(heard).toHaveLength(9);
    expect(await forwards()).toEqual([
      { state: 'given-up', attempts: 9, last_status: 503, last_error: null },
    ]);
    const { rows } = await desk.deps.database.read.query(
      `SELECT details FROM audit_log WHERE action = 'forward-given-up'`,
    );
    expect(rows).toEqual([{ details: expect.objectContaining({ attempts: 9, status: 503 }) }]);
  });

  test('takes a redirect for a no', async () => {
    status = 204;
    await arrive(message());
    await forwardCallbacks(desk.deps);
    expect(await forwards()).toMatchObject([{ state: 'pending', last_status: 204 }]);
  });

  test('that moved gets at its new address what waited', async () => {
    await setAddress('http://127.0.0.1:9/gone');
    await arrive(message());
    await forwardCallbacks(desk.deps);
    expect(await forwards()).toMatchObject([{ state: 'pending', last_error: 'unreachable' }]);
    await setAddress(address);
    await desk.advance(MINUTE);
    await forwardCallbacks(desk.deps);
    expect(heard).toHaveLength(1);
  });

  test('without an address gets nothing, and nothing is tried for ever', async () => {
    await setAddress(null);
    await arrive(message());
    expect(await forwards()).toEqual([]);
    await setAddress(address);
    await arrive(message());
    await setAddress(null);
    await forwardCallbacks(desk.deps);
    expect(await forwards()).toMatchObject([{ state: 'given-up' }]);
  });
});

describe('several processes', () => {
  test('pass each message on once', async () => {
    for (let count = 0; count < 20; count += 1) await arrive(message());
    await Promise.all(Array.from({ length: 8 }, () => forwardCallbacks(desk.deps)));
    while (await forwardCallbacks(desk.deps));
    expect(heard).toHaveLength(20);
    expect(new Set(heard.map(({ body }) => body))).toHaveProperty('size', 20);
  });

  test('take over from one that died, once its lease is over', async () => {
    await arrive(message());
    const { money } = desk.deps.database;
    const dead = `UPDATE callback_forwards SET attempts = 1, lease_until = $1`;
    await money.query(dead, [new Date(desk.deps.clock.wall() + MINUTE)]);
    await forwardCallbacks(desk.deps);
    expect(heard).toEqual([]);
    await money.query(dead, [new Date(desk.deps.clock.wall() - 1)]);
    await forwardCallbacks(desk.deps);
    expect(heard).toHaveLength(1);
  });
});
