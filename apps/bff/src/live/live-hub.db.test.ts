import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, openDesk } from '../payments/testing.ts';
import type { LiveMessage } from './live-message.ts';

let desk: Desk;
const heard: LiveMessage[] = [];

beforeAll(async () => {
  desk = await openDesk();
  desk.deps.live.subscribe((message) => heard.push(message));
});
afterAll(() => desk.close());

const paymentId = '01a20355-9a9f-7b2c-ac19-b196702c5dfe';
const notify = (payload: string) =>
  desk.deps.database.read.query(`SELECT pg_notify('desk_live', $1)`, [payload]);

/** A listener that is still connecting hears nothing, so the message is told until it does. */
const heardAfter = async (payload: string, wanted: LiveMessage): Promise<boolean> => {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    await notify(payload).catch(() => undefined);
    await delay(50);
    if (heard.some((message) => JSON.stringify(message) === JSON.stringify(wanted))) return true;
  }
  return false;
};

describe('the live hub', () => {
  test('hands on what a transaction anywhere notified', async () => {
    const message = { type: 'payment', merchantId: 1, paymentId } as const;

    expect(await heardAfter(JSON.stringify(message), message)).toBe(true);
  });

  test('ignores what it does not understand', async () => {
    heard.length = 0;
    await notify('nonsense');
    await notify('{"type":"payment","merchantId":"1"}');

    expect(await heardAfter('{"type":"callback"}', { type: 'callback' })).toBe(true);
    expect(heard.every(({ type }) => type === 'callback')).toBe(true);
  });

  test('listens again after its connection was cut, and says that something may be missing', async () => {
    heard.length = 0;
    await desk.database.stop();
    await desk.database.start();

    expect(await heardAfter('{"type":"callback"}', { type: 'callback' })).toBe(true);
    expect(heard).toContainEqual({ type: 'clock' });
  });
});
