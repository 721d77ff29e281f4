import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, openDesk } from '../payments/testing.ts';
import { addPerson } from '../payments/testing-person.ts';
import { openSession } from '../sessions/open-session.ts';
import { liveRoute } from './live-route.ts';

let desk: Desk;
let url: string;
let cookie: string;
let stop: () => Promise<void>;

beforeAll(async () => {
  desk = await openDesk();
  const person = await addPerson(desk, 'auditor');
  cookie = `desk_session=${await openSession(desk.deps, person.id, null)}`;
  const server = express().get('/events', liveRoute(desk.deps)).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/events`;
  stop = () => new Promise((resolve) => server.close(() => resolve()));
});
afterAll(async () => {
  await desk.close();
  await stop();
});

const paymentId = '01a20355-9a9f-7b2c-ac19-b196702c5dfe';

/** Reads the stream until `wanted` came, or it ended. */
async function readUntil(stream: ReadableStreamDefaultReader<string>, wanted: string) {
  let text = '';
  for (let part = await stream.read(); !part.done; part = await stream.read()) {
    text += part.value;
    if (text.includes(wanted)) break;
  }
  return text;
}

async function listen() {
  const response = await fetch(url, { headers: { cookie } });
  if (response.body === null) throw new Error('no stream');
  return { response, stream: response.body.pipeThrough(new TextDecoderStream()).getReader() };
}

describe('GET /events', () => {
  test('is for people who are signed in', async () => {
    expect((await fetch(url)).status).toBe(401);
  });

  test("tells of a person's own payments and of no other", async () => {
    const { response, stream } = await listen();
    await readUntil(stream, 'retry');
    const { live } = desk.deps;
    live.publish({ type: 'payment', merchantId: 2, paymentId: 'foreign' });
    live.publish({ type: 'callback' });
    live.publish({ type: 'payment', merchantId: 1, paymentId });

    const text = await readUntil(stream, paymentId);

    expect(response.headers.get('content-type')).toContain('text/event-stream');
    expect(text).toBe(`event: payment\ndata: {"paymentId":"${paymentId}"}\n\n`);
    await stream.cancel();
  });

  test('tells a burst of a thousand payments in a few words, and the single one after it by name', async () => {
    const { stream } = await listen();
    await readUntil(stream, 'retry');
    for (let at = 0; at < 1_000; at += 1) {
      desk.deps.live.publish({ type: 'payment', merchantId: 1, paymentId: `burst-${at}` });
    }
    const burst = await readUntil(stream, 'event: payments');
    desk.deps.live.publish({ type: 'payment', merchantId: 1, paymentId });
    const after = await readUntil(stream, paymentId);

    expect(burst.match(/event: /g)).toHaveLength(2);
    expect(after.match(/event: /g)).toHaveLength(1);
    await stream.cancel();
  });

  test('tells a clock that runs through many steps once at the start', async () => {
    const { stream } = await listen();
    await readUntil(stream, 'retry');
    for (let step = 0; step < 100; step += 1) desk.deps.live.publish({ type: 'clock' });
    desk.deps.live.publish({ type: 'payment', merchantId: 1, paymentId });

    const text = await readUntil(stream, paymentId);

    expect(text.match(/event: clock/g)).toHaveLength(1);
    await stream.cancel();
  });

  test('ends with the hub', async () => {
    const { stream } = await listen();
    await readUntil(stream, 'retry');

    await desk.deps.live.close();

    expect(await readUntil(stream, 'never')).toBe('');
  });
});
