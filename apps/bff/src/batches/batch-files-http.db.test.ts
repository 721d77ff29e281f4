import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../app.ts';
import { type Desk, openDesk, pay } from '../payments/testing.ts';
import { addPerson } from '../payments/testing-person.ts';
import { openSession } from '../sessions/open-session.ts';
import type { Person } from '../sessions/person.ts';
import { handOverBatch } from './hand-over-batch.ts';
import { asking, carryOut, makeFile } from './testing.ts';

let desk: Desk;
let manager: Person;
let server: Server;
let url: string;
let cookie: string;

beforeAll(async () => {
  desk = await openDesk();
  manager = await addPerson(desk, 'manager');
  cookie = `desk_session=${await openSession(desk.deps, manager.id, null)}`;
  server = createServer(createApp(desk.deps));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/batch-files`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await desk.close();
});

const send = (path: string, body: Buffer, headers: Record<string, string> = {}) =>
  fetch(`${url}/answers?${path}`, {
    method: 'POST',
    body: new Uint8Array(body),
    headers: { cookie, 'x-paygate-desk': '1', ...headers },
  });

test('the bytes can be fetched once the file left, the same every time; the answer is brought back', async () => {
  const file = await makeFile(desk, manager, [(await pay(desk, 50_00)).paymentId]);
  const fetched = () => fetch(`${url}/${file.id}`, { headers: { cookie } });
  expect((await fetched()).status).toBe(409);
  await handOverBatch(desk.deps, asking(manager), file.id);

  const first = await fetched();
  const bytes = Buffer.from(await first.arrayBuffer());
  const again = Buffer.from(await (await fetched()).arrayBuffer());

  expect(first.headers.get('content-disposition')).toBe(`attachment; filename="${file.name}"`);
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.sha256);
  expect(again.equals(bytes)).toBe(true);
  const answer = await carryOut(desk, file, bytes);
  const told = await send(`name=${file.name.replace('T', 'P')}`, answer);
  expect(await told.json()).toMatchObject({ fileId: file.id, problem: null });
});

test('a stranger gets nothing, and a body above 5 MB is refused before it is read', async () => {
  const file = await makeFile(desk, manager, [(await pay(desk, 50_00)).paymentId]);
  await handOverBatch(desk.deps, asking(manager), file.id);
  const admin = await addPerson(desk, 'admin');
  const theirs = `desk_session=${await openSession(desk.deps, admin.id, null)}`;
  const body = Buffer.from('x');

  expect((await fetch(`${url}/${file.id}`)).status).toBe(401);
  expect((await fetch(`${url}/${file.id}`, { headers: { cookie: theirs } })).status).toBe(403);
  expect((await send(`name=P.dat&file=${desk.connectionId}`, body)).status).toBe(404);
  expect((await send('name=P20200101desk_demo001.dat', body)).status).toBe(400);
  expect((await send('name=P.dat', body, { 'x-paygate-desk': '' })).status).toBe(403);
  const large = await send(`name=P.dat&file=${file.id}`, Buffer.alloc(5_000_001));
  expect({ status: large.status, told: await large.json() }).toMatchObject({
    status: 413,
    told: { error: { message: 'too-large' } },
  });
});
