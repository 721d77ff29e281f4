import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../app.ts';
import { type Desk, openDesk } from '../payments/testing.ts';
import { addPerson } from '../payments/testing-person.ts';
import { openSession } from '../sessions/open-session.ts';

let desk: Desk;
let url: string;
let manager: string;
let shipping: string;
let close: () => Promise<unknown>;
beforeAll(async () => {
  desk = await openDesk();
  const server = createServer(createApp(desk.deps)).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  close = () => new Promise((resolve) => server.close(resolve));
  const signedIn = async (role: 'manager' | 'shipping') => {
    const { id } = await addPerson(desk, role);
    return `desk_session=${await openSession(desk.deps, id, null)}`;
  };
  manager = await signedIn('manager');
  shipping = await signedIn('shipping');
});
afterAll(async () => {
  await close();
  await desk.close();
});

async function send(body: Uint8Array, cookie = manager, query = 'merchantId=1&name=list.csv') {
  const response = await fetch(`${url}/uploads?${query}`, {
    method: 'POST',
    headers: { cookie, 'x-paygate-desk': '1', 'content-type': 'application/octet-stream' },
    body: new Uint8Array(body),
  });
  return { status: response.status, told: await response.json() };
}

test('a file is kept as it is, for whoever handed it in', async () => {
  const { status, told } = await send(Buffer.from('a;b\n'));
  expect(status).toBe(200);
  const { rows } = await desk.deps.database.read.query(
    `SELECT name, body, encode(sha256, 'hex') AS sha256 FROM uploads WHERE id = $1`,
    [(told as { uploadId: string }).uploadId],
  );
  expect(rows).toEqual([
    { name: 'list.csv', body: Buffer.from('a;b\n'), sha256: (told as { sha256: string }).sha256 },
  ]);
});

test.each([
  ['nobody', () => send(Buffer.from('a'), ''), 401, 'signed-out'],
  ['a role without a use for it', () => send(Buffer.from('a'), shipping), 403, 'forbidden'],
  ['for another merchant', () => send(Buffer.from('a'), manager, 'merchantId=2'), 404, 'not-found'],
  ['for none', () => send(Buffer.from('a'), manager, ''), 400, 'malformed-request'],
  ['without a byte', () => send(Buffer.alloc(0)), 400, 'empty'],
])('%s hands in nothing', async (_, sending, status, message) => {
  expect(await sending()).toMatchObject({ status, told: { error: { message } } });
});

/** Sends the head of a request and as much of its body, never its end; answers the status. */
function begin(headers: Record<string, string>, body: Uint8Array): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(`${url}/uploads?merchantId=1`, {
      method: 'POST',
      headers: { cookie: manager, 'x-paygate-desk': '1', ...headers },
    });
    asked.on('response', (response) => {
      resolve(response.statusCode);
      asked.destroy();
    });
    asked.on('error', reject);
    asked.write(body);
  });
}

test('a file of 100 MB is refused before it is read, whether its size is told or not', async () => {
  const told = { 'content-length': String(100 * 1024 * 1024) };
  expect(await begin(told, Buffer.from('a'))).toBe(413);
  expect(await begin({}, Buffer.from('a'))).toBe(411);
  const { rows } = await desk.deps.database.read.query(
    'SELECT count(*) FROM uploads WHERE length(body) > 1000',
  );
  expect(rows).toEqual([{ count: 0 }]);
});

test('only the newest five of a person are kept', async () => {
  for (let at = 0; at < 7; at += 1) await send(Buffer.from(`file ${at}`));
  const { rows } = await desk.deps.database.read.query('SELECT count(*) FROM uploads');
  expect(rows).toEqual([{ count: 5 }]);
});
