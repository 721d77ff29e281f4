import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cutUnread } from './cut-unread.ts';

const MB = 1024 * 1024;

let server: Server;
let port: number;
const accepted: Socket[] = [];
beforeAll(async () => {
  const app = express().use(cutUnread);
  app.post('/refused', (_request, response) => {
    response.status(413).end('refused');
  });
  app.post('/read', express.raw({ type: () => true }), (request, response) => {
    response.end(String(request.body.length));
  });
  server = createServer(app).listen(0, '127.0.0.1');
  server.on('connection', (socket: Socket) => accepted.push(socket));
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const closed = (socket: Socket) => new Promise((resolve) => socket.once('close', resolve));

/** Sends a head and then pieces of a body until the other side has enough; answers what was told. */
async function pour(head: string, piece: Buffer): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  let told = '';
  socket.on('data', (bytes) => {
    told += bytes.toString('latin1');
  });
  socket.write(head);
  const more = () => {
    while (socket.writable && socket.write(piece));
  };
  socket.on('drain', more);
  more();
  await closed(socket);
  return told;
}

const head = (path: string, size: string) => `POST ${path} HTTP/1.1\r\nHost: x\r\n${size}\r\n\r\n`;

test('of a body without an end that nobody wants a fraction is taken in, and the answer is heard', async () => {
  const told = await pour(head('/refused', `Content-Length: ${1000 * MB}`), Buffer.alloc(65_536));
  expect(told).toMatch(/^HTTP\/1\.1 413 [\s\S]*refused$/);
  expect(accepted.at(-1)?.bytesRead).toBeLessThan(2 * MB);
});

test('the same without a size', async () => {
  const piece = Buffer.concat([
    Buffer.from('10000\r\n'),
    Buffer.alloc(65_536),
    Buffer.from('\r\n'),
  ]);
  const told = await pour(head('/refused', 'Transfer-Encoding: chunked'), piece);
  expect(told).toMatch(/^HTTP\/1\.1 413 /);
  expect(accepted.at(-1)?.bytesRead).toBeLessThan(2 * MB);
});

test('whoever stops sending in the middle does not keep the connection either', async () => {
  const socket = connect(port, '127.0.0.1');
  socket.write(head('/refused', `Content-Length: ${MB}`));
  await closed(socket.resume());
});

test('a short body that nobody read costs no connection', async () => {
  const socket = connect(port, '127.0.0.1').setEncoding('latin1');
  socket.write(`${head('/refused', 'Content-Length: 3')}abc`);
  expect(String(await once(socket, 'data'))).toMatch(/ 413 /);
  socket.write(`${head('/read', 'Content-Length: 4')}abcd`);
  expect(String(await once(socket, 'data'))).toMatch(/ 200 [\s\S]*4$/);
  socket.destroy();
});
