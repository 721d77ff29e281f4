import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Passed, passOn, type Resolve } from './pass-on.ts';

type Heard = Pick<IncomingMessage, 'method' | 'url' | 'headers'> & { readonly body: Buffer };

const heard: Heard[] = [];
let connections = 0;
let answer: { status: number; headers?: Record<string, string> } | 'nothing' = { status: 200 };
let shop: Server;
let address: string;

beforeAll(async () => {
  shop = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method, url, headers } = request;
    heard.push({ method, url, headers, body: Buffer.concat(chunks) });
    if (answer !== 'nothing') response.writeHead(answer.status, answer.headers).end();
  });
  shop.on('connection', () => {
    connections += 1;
  });
  shop.listen(0, '127.0.0.1');
  await new Promise((resolve) => shop.once('listening', resolve));
  address = `http://127.0.0.1:${(shop.address() as AddressInfo).port}/pay/notify`;
});

afterAll(async () => {
  shop.closeAllConnections();
  await new Promise((resolve) => shop.close(resolve));
});

beforeEach(() => {
  heard.length = 0;
  connections = 0;
  answer = { status: 200 };
});

const raw = Buffer.from('Len=12&Data=00ff\u00e9\u0080', 'latin1');
const posted: Passed = {
  method: 'POST',
  contentType: 'application/x-www-form-urlencoded; charset=ISO-8859-1',
  raw,
};
const demo = { timeoutMs: 5_000, demo: true };
const real = { timeoutMs: 5_000, demo: false };

describe('passing a notification on', () => {
  test('gives a POST byte for byte, with its content type', async () => {
    expect(await passOn(address, posted, demo)).toEqual({ status: 200, error: null });
    expect(heard[0]?.body.equals(raw)).toBe(true);
    expect(heard[0]).toMatchObject({
      method: 'POST',
      url: '/pay/notify',
      headers: { 'content-type': posted.contentType },
    });
  });

  test('gives a GET as a GET, its message in the query', async () => {
    const got: Passed = { method: 'GET', contentType: null, raw: Buffer.from('Len=1&Data=0a%20') };
    expect(await passOn(address, got, demo)).toEqual({ status: 200, error: null });
    expect(heard[0]).toMatchObject({ method: 'GET', url: '/pay/notify?Len=1&Data=0a%20' });
    expect(heard[0]?.headers['content-type']).toBeUndefined();
  });

  test('follows no redirect', async () => {
    answer = { status: 302, headers: { location: `${address}/elsewhere` } };
    expect(await passOn(address, posted, demo)).toEqual({ status: 302, error: null });
    expect(heard).toHaveLength(1);
  });

  test('waits no longer than it may, and tells a closed door', async () => {
    answer = 'nothing';
    const waited = await passOn(address, posted, { ...demo, timeoutMs: 50 });
    expect(waited).toEqual({ status: null, error: 'timeout' });
    const closed = 'http://127.0.0.1:9/notify';
    expect(await passOn(closed, posted, demo)).toEqual({ status: null, error: 'unreachable' });
  });
});

describe('an address that leads inside', () => {
  const local = () => (shop.address() as AddressInfo).port;
  const pointsTo = (...addresses: readonly string[]): Resolve =>
    ((_name: string, _options: object, callback: (...told: unknown[]) => void) => {
      const found = addresses.map((known) => ({
        address: known,
        family: known.includes(':') ? 6 : 4,
      }));
      callback(null, found);
    }) as unknown as Resolve;

  test.each([
    () => `http://127.0.0.1:${local()}/`,
    () => `http://localhost:${local()}/`,
    () => `https://127.0.0.1:${local()}/`,
    () => `https://[::ffff:127.0.0.1]:${local()}/`,
    () => `https://2130706433:${local()}/`,
    () => `https://0x7f000001:${local()}/`,
    () => `https://localhost:${local()}/`,
    () => 'https://169.254.169.254/latest/meta-data',
    () => 'https://[fd00:ec2::254]/',
    () => 'https://10.0.0.1/',
  ])('is not connected to outside of the demo (%#)', async (tricky) => {
    expect(await passOn(tricky(), posted, real)).toEqual({ status: null, error: 'not-public' });
    expect(connections).toBe(0);
  });

  test.each([
    ['127.0.0.1'],
    ['10.0.0.7'],
    ['169.254.169.254'],
    ['::1'],
    ['::ffff:127.0.0.1'],
    ['fe80::1'],
    ['93.184.216.34', '127.0.0.1'],
  ])('is refused by what its name resolves to: %s %s', async (...addresses) => {
    const known = addresses.filter((each) => typeof each === 'string');
    for (const settings of [demo, real]) {
      const url = `https://shop.example:${local()}/`;
      const said = await passOn(url, posted, { ...settings, resolve: pointsTo(...known) });
      expect(said).toEqual({ status: null, error: 'not-public' });
    }
    expect(connections).toBe(0);
  });
});
