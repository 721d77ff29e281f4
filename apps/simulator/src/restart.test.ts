import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createSimulator } from './create-simulator.ts';
import { about, dayMs, opened, startMerchant, startTestGateway } from './testing.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'simulator '));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

describe('a restart', () => {
  test('keeps ledger, amounts, settings, clock, phone pages and the ReqId memory', async () => {
    const before = await startTestGateway(dataDir);
    await before.set('desk_demo', { minimum: 1 });
    await before.advance(dayMs);
    const payment = await before.pay();
    const call = about(payment, 7, { ReqId: 'kept' });
    const original = opened(await before.call('capture', call));
    const entries = await before.ledger(payment.payId);
    const now = await before.now();
    await before.close();

    const after = await startTestGateway(dataDir);

    expect(await after.ledger(payment.payId)).toEqual(entries);
    expect(await after.now()).toBe(now);
    expect(opened(await after.call('capture', call))).toEqual(original);
    expect(opened(await after.call('capture', about(payment, 3)))).toMatchObject({ Status: 'OK' });
    expect((await after.ledger(payment.payId)).at(-1)?.seq).toBe(3);
    await after.close();
  });

  test('goes on with pending notifications and open windows', async () => {
    const merchant = await startMerchant((count) => (count === 1 ? 500 : 200));
    const before = await startTestGateway(dataDir);
    const payment = await before.pay({ notifyUrl: merchant.url });
    await before.close();

    const after = await startTestGateway(dataDir);
    await after.advance(8 * dayMs);

    expect(merchant.received).toHaveLength(2);
    expect((await after.ledger(payment.payId)).map(({ kind }) => kind)).toEqual([
      'authorization',
      'expiry',
    ]);
    await after.close();
    await merchant.close();
  });

  test('executes a request that was still under way', async () => {
    const before = await startTestGateway(dataDir);
    const payment = await before.pay();
    await before.fault('late-arrival', { delayMs: 60_000 });
    await before.call('capture', about(payment, 500));
    await before.close();

    const after = await startTestGateway(dataDir);
    await after.advance(60_000);

    expect((await after.ledger(payment.payId)).map(({ kind }) => kind)).toEqual([
      'authorization',
      'capture',
    ]);
    await after.close();
  });

  test('forgets half a last line, and writes whole ones after it', async () => {
    const before = await startTestGateway(dataDir);
    const payment = await before.pay();
    await before.close();
    appendFileSync(join(dataDir, 'journal.jsonl'), '{"type":"step","step":{"seq":2,');

    const second = await startTestGateway(dataDir);
    await second.call('capture', about(payment, 500));
    await second.close();
    const third = await startTestGateway(dataDir);

    expect(await third.ledger(payment.payId)).toHaveLength(2);
    await third.close();
  });
});

describe('a taken port', () => {
  test('is an error that names the variable to set', async () => {
    const first = await createSimulator({ dataDir: null });

    await expect(createSimulator({ dataDir: null, port: first.port })).rejects.toThrow(
      /SIMULATOR_PORT/,
    );
    await first.close();
  });
});
