import type { RequestListener } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { freePort } from '../torture/free-port.ts';
import { type Door, listen, PATIENCE, type Patience } from './listen.ts';

// The same rules a hundred times faster: what is waited for is that the product ends a connection.
const hurried: Patience = {
  headersTimeout: 100,
  requestTimeout: 300,
  keepAliveTimeout: 100,
  connectionsCheckingInterval: 10,
  silence: 300,
};

let door: Door;
const opened: Socket[] = [];
afterEach(async () => {
  for (const socket of opened.splice(0)) socket.destroy();
  await door.close();
});

async function openDoor(handler: RequestListener, patience = hurried): Promise<number> {
  const port = await freePort();
  door = await listen(port, true, patience);
  door.open(handler);
  return port;
}

const closed = (socket: Socket) => new Promise((resolve) => socket.once('close', resolve));

/** Sends `start`, then one byte after the other for ever; answers everything that was told to it. */
async function drip(port: number, start: string): Promise<string> {
  const socket = connect(port, '127.0.0.1').setEncoding('latin1');
  opened.push(socket);
  socket.on('error', () => undefined);
  let told = '';
  socket.on('data', (text: string) => {
    told += text;
  });
  socket.write(start);
  const dripping = setInterval(() => socket.write('x'), 5);
  await closed(socket);
  clearInterval(dripping);
  return told;
}

test('a head that comes byte by byte is cut off, fifty at once, and others are served meanwhile', async () => {
  const port = await openDoor((_request, response) => response.end('served'));
  const slow = Array.from({ length: 50 }, () => drip(port, 'GET / HTTP/1.1\r\nX-Slow: '));
  const answer = await fetch(`http://127.0.0.1:${port}`);
  expect(await answer.text()).toBe('served');
  for (const told of await Promise.all(slow)) expect(told).toMatch(/^HTTP\/1\.1 408 /);
});

test('so is a body', async () => {
  let ended = 0;
  const port = await openDoor((request, response) => {
    request.on('end', () => {
      ended += 1;
    });
    request.on('error', () => response.destroy());
    request.resume();
  });
  await drip(port, 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n');
  expect(ended).toBe(0);
});

test('so is a reader that does not read', async () => {
  const piece = Buffer.alloc(1_000_000);
  let isOver: (value: unknown) => void = () => undefined;
  const over = new Promise((resolve) => {
    isOver = resolve;
  });
  const port = await openDoor((_request, response) => {
    response.once('close', () => isOver(response.writableFinished));
    const more = () => {
      while (response.write(piece));
      response.once('drain', more);
    };
    more();
  });
  const socket = connect(port, '127.0.0.1');
  opened.push(socket);
  socket.on('error', () => undefined);
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  socket.pause();
  expect(await over).toBe(false);
});

test('the product looks for slow clients more often than it has patience with them', () => {
  expect(PATIENCE.connectionsCheckingInterval * 5).toBeLessThan(PATIENCE.headersTimeout);
  expect(PATIENCE.headersTimeout).toBeLessThan(PATIENCE.requestTimeout);
});

test('a connection that is kept alive does not hold the door open once its last answer is given', async () => {
  let letGo: () => void = () => undefined;
  const port = await openDoor(
    (_request, response) => {
      letGo = () => response.end('served');
    },
    { ...hurried, keepAliveTimeout: 600_000, silence: 600_000 },
  );
  const answer = fetch(`http://127.0.0.1:${port}`);
  await expect.poll(() => String(letGo)).toContain('served');
  const closed = door.close();
  letGo();
  expect(await (await answer).text()).toBe('served');
  await closed;
});
