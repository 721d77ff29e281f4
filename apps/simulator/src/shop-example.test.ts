import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTestGateway, type TestGateway, until } from './testing.ts';

const example = new URL('../../../packages/paygate-core/example/shop.ts', import.meta.url).pathname;

let gateway: TestGateway;
let shop: ChildProcess;
let url: string;

beforeEach(async () => {
  gateway = await startTestGateway();
  const port = await freePort();
  url = `http://localhost:${port}`;
  // Node 24 runs the example as it stands; it gets its settings the way any shop would.
  shop = spawn(process.execPath, [example], {
    env: { GATEWAY_URL: gateway.url, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(shop.stdout as NonNullable<typeof shop.stdout>, 'data');
});
afterEach(async () => {
  const gone = once(shop, 'exit');
  shop.kill();
  await gone;
  await gateway.close();
});

/** Buys, scans the code and decides; answers the order and the gateway's page. */
async function buy(choice: 'approve' | 'cancel') {
  const bought = await fetch(`${url}/buy`, { redirect: 'manual' });
  const order = /order=([^;]+)/.exec(bought.headers.get('set-cookie') ?? '')?.[1] ?? '';
  const page = await (await fetch(bought.headers.get('location') ?? '')).text();
  const phone = /data-url="([^"]+)"/.exec(page)?.[1] ?? '';
  await fetch(phone, { method: 'POST', body: new URLSearchParams({ choice }) });
  const payId = /\/pay\/([0-9a-f]{32})\/state/.exec(page)?.[1] ?? '';
  await until(async () => {
    const state = await (await fetch(`${gateway.url}/pay/${payId}/state`)).json();
    return (state as { decided: boolean }).decided;
  });
  const back = await fetch(`${gateway.url}/pay/${payId}/return`, { redirect: 'manual' });
  return { order, back: new URL(back.headers.get('location') ?? url) };
}

const text = async (path: string, init?: RequestInit) =>
  (await fetch(`${url}${path}`, init)).text();

test('a shop made of paygate-core alone takes a payment', async () => {
  const { order, back } = await buy('approve');
  await until(async () => (await text(`/orders/${order}`)) === 'paid');
  expect(await text(`/success${back.search}`)).toBe('Thank you.');
});

test('believes neither a failure at the address of success nor a forged notification', async () => {
  const { order, back } = await buy('cancel');
  expect(back.pathname).toBe('/failure');
  expect(await text(`/success${back.search}`)).toBe('Not paid yet.');
  const forged = { method: 'POST', body: 'Len=8&Data=0011223344556677' };
  expect((await fetch(`${url}/notify`, forged)).status).toBe(400);
  expect(await text(`/orders/${order}`)).toBe('open');
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
