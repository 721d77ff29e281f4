import { randomBytes, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { sealNotification } from 'paygate-core/notification';
import { createCipher } from 'paygate-core/wire';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findConnection } from '../connections/find-connection.ts';
import { times } from '../failure-model/repetitions.ts';
import { capturePayment } from '../payments/capture-payment.ts';
import { getPayment } from '../payments/get-payment.ts';
import { findPaymentByWireIds } from '../payments/payment-store.ts';
import { type Desk, openDesk } from '../payments/testing.ts';
import { addPerson } from '../payments/testing-person.ts';
import type { Person } from '../sessions/person.ts';
import { callbackRejections, keepRejections, type RejectionLog } from './callback-rejections.ts';
import { callbackRouter } from './callback-router.ts';
import { processCallbacks } from './callback-worker.ts';
import { receiveCallback } from './receive-callback.ts';

const credentials = {
  merchantId: 'desk_demo',
  cipher: createCipher('blowfish', 'bf-demo-key-0001'),
  macKey: 'hmac-demo-key-0123456789abcdef01',
};
const MINUTE = 60_000;
let desk: Desk;
let manager: Person;
let url: string;
let stop: () => Promise<void>;
let rejections: RejectionLog;

beforeAll(async () => {
  desk = await openDesk();
  manager = await addPerson(desk, 'manager');
  rejections = keepRejections(desk.deps);
  const app = express().use('/callbacks', callbackRouter(desk.deps, rejections));
  // As our own door has it: an address may be longer than Node's 16 KB.
  const server = createServer({ maxHeaderSize: 64 * 1024 }, app).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/callbacks`;
  stop = () => new Promise((resolve) => server.close(() => resolve()));
});
afterAll(async () => {
  await stop();
  await desk.close();
});
beforeEach(async () => {
  await desk.deps.database.money.query('DELETE FROM callback_inbox');
});

type Inbox = { readonly state: string; readonly repeats: number; readonly result: string | null };
const inbox = async (): Promise<readonly Inbox[]> => {
  const { rows } = await desk.deps.database.read.query<Inbox>(
    'SELECT state, repeats, result FROM callback_inbox ORDER BY received_at, id',
  );
  return rows;
};

const post = async (path: string, body: string | Uint8Array) => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const sent = typeof body === 'string' ? body : Buffer.from(body);
  return fetch(`${url}/${path}`, { method: 'POST', headers, body: sent });
};

const message = (over: Partial<Record<string, string>> = {}, signedBy = credentials) => {
  const pairs = Object.entries({
    PayID: randomBytes(16).toString('hex'),
    XID: randomBytes(16).toString('hex'),
    TransID: `T-${randomUUID()}`,
    Status: 'AUTHORIZE_REQUEST',
    Code: '00000000',
    ...over,
  }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  const { len, data } = sealNotification(signedBy, pairs);
  return `Len=${len}&Data=${data}`;
};

/** A customer pays in the simulator, which notifies the desk. */
const shopPayment = async (order: object = {}) => {
  const told: unknown = await desk.control('payments', {
    merchantId: 'desk_demo',
    transId: `T-${randomUUID()}`,
    amount: 49_90,
    refNr: 'A-10417',
    outcome: 'approve',
    notifyUrl: `${url}/demo/notify`,
    ...order,
  });
  return told as { payId: string; transId: string; notify: { lastStatus: number | null } };
};

const paymentOf = async (ids: { payId: string; transId: string }, slug = 'demo') => {
  const { money } = desk.deps.database;
  const { rows } = await money.query('SELECT id FROM gateway_connections WHERE slug = $1', [slug]);
  return findPaymentByWireIds(money, rows[0]?.id, ids);
};

describe('a shop that only points URLNotify here', () => {
  test('sees its payment appear with amount, reference and deadlines', async () => {
    const paid = await shopPayment();

    await processCallbacks(desk.deps);

    expect(paid.notify.lastStatus).toBe(200);
    const found = await paymentOf(paid);
    const payment = await getPayment(desk.deps, manager, found?.id ?? '');
    expect(payment).toMatchObject({
      source: 'shop',
      status: 'authorized',
      authorized: 49_90,
      refNr: 'A-10417',
      captureUrgency: 'calm',
    });
    const receivedAt = payment.createdAt;
    expect(payment.authorizedAt).toBe(receivedAt - 65 * MINUTE);
    expect(payment.captureBy).toBe(receivedAt - 65 * MINUTE + 168 * 60 * MINUTE);
  });

  test('sees a declined one as failed', async () => {
    const declined = await shopPayment({ outcome: 'decline' });

    await processCallbacks(desk.deps);

    expect(await paymentOf(declined)).toMatchObject({ status: 'failed', lifecycle: 'failed' });
  });

  test('sees a sale as captured, and one that hangs as processing until it settles', async () => {
    const notifyUrl = `${url}/demo-sale/notify`;
    const sale = { merchantId: 'desk_demo_sale', notifyUrl };
    const paid = await shopPayment(sale);
    const good = await shopPayment({ ...sale, sale: 'pending-ok' });
    const bad = await shopPayment({ ...sale, sale: 'pending-reversed' });
    await processCallbacks(desk.deps);
    const hanging = await paymentOf(good, 'demo-sale');
    await desk.advance(30 * MINUTE);
    await processCallbacks(desk.deps);

    expect(await paymentOf(paid, 'demo-sale')).toMatchObject({ status: 'captured' });
    expect(hanging).toMatchObject({ status: 'processing' });
    expect(await paymentOf(good, 'demo-sale')).toMatchObject({
      status: 'captured',
      amounts: { authorized: 49_90, captured: 49_90 },
    });
    expect(await paymentOf(bad, 'demo-sale')).toMatchObject({ status: 'failed' });
  });

  test('is not undone by a failure that comes late', async () => {
    const paid = await shopPayment();
    await processCallbacks(desk.deps);

    const { payId: PayID, transId: TransID } = paid;
    await post('demo/notify', message({ PayID, TransID, Status: 'FAILED', Code: '20000100' }));
    await processCallbacks(desk.deps);

    expect(await paymentOf(paid)).toMatchObject({ status: 'authorized' });
  });
});

describe('what is stored', () => {
  test('N01 the same message a hundred times is one row with 99 repeats', async () => {
    const text = message();

    const answers = await Promise.all(Array.from({ length: 100 }, () => post('demo/notify', text)));

    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(await inbox()).toEqual([{ state: 'pending', repeats: 99, result: null }]);
  });

  test('a GET counts like a POST', async () => {
    const answer = await fetch(`${url}/demo/notify?${message()}`);

    expect(answer.status).toBe(200);
    expect(await inbox()).toHaveLength(1);
  });

  test('N06 a genuine message about a payment the gateway denies is kept and tried again', async () => {
    await post('demo/notify', message());

    await processCallbacks(desk.deps);

    expect(await inbox()).toEqual([{ state: 'pending', repeats: 0, result: 'not-found' }]);
    const { rows } = await desk.deps.database.read.query(
      `SELECT 1 FROM callback_inbox WHERE due_at > received_at`,
    );
    expect(rows).toHaveLength(1);
  });

  test('the DATA of a failure, replayed to the address of success, shows that nothing was paid', async () => {
    const failure = message({ Status: 'FAILED', Code: '20000053' });
    const replayed = await fetch(`${url}/demo/success?${failure}`);
    expect(replayed.status).toBe(200);
    expect(await replayed.text()).toContain('url=/pay/return/not-paid"');
  });

  test('a browser that returns is taken off the address that holds the message', async () => {
    const headers = { 'accept-language': 'de-CH' };
    const answer = await fetch(`${url}/demo/failure?${message()}`, { headers });
    const page = await answer.text();

    expect(answer.status).toBe(200);
    expect(page).toContain('<html lang="de">');
    expect(page).toContain('content="0;url=/pay/return/paid"');
    expect(page).not.toContain('Data=');
    expect(await inbox()).toHaveLength(1);
  });
});

describe('what is refused (N08)', () => {
  const other = { ...credentials, macKey: 'another-hmac-key' };
  const cases: readonly (readonly [string, () => string, number])[] = [
    ['a wrong MAC', () => message({}, other), 400],
    ['another merchant', () => message({}, { ...credentials, merchantId: 'desk_other' }), 400],
    ['an unencrypted message', () => 'mid=desk_demo&PayID=1&Status=OK&Code=00000000', 400],
    ['garbage', () => randomBytes(300).toString('base64'), 400],
    ['nothing', () => '', 400],
    ['a second Data', () => `${message()}&Data=00`, 400],
    ['a Len that is missing', () => message().replace(/^Len=\d+&/, ''), 400],
    ['a body above 16 KB', () => `${message()}&x=${'x'.repeat(17_000)}`, 413],
  ];
  test.each(cases)('%s', async (_, text, status) => {
    const answer = await post('demo/notify', text());

    expect(answer.status).toBe(status);
    expect(await inbox()).toHaveLength(0);
  });

  test('a message above 16 KB in the address', async () => {
    const answer = await fetch(`${url}/demo/notify?${message()}&x=${'x'.repeat(16_000)}`);

    expect(answer.status).toBe(413);
    expect(await inbox()).toHaveLength(0);
  });

  test('N08 blocks spliced from two genuine messages, a thousand times', async () => {
    // The XID is a hint outside of the MAC: exchanged, it would change nothing that counts.
    const [one, two] = [message({ XID: undefined }), message({ XID: undefined })];
    const [, lenOne, dataOne = ''] = /^Len=(\d+)&Data=(.*)$/.exec(one) ?? [];
    const [, , dataTwo = ''] = /^Len=(\d+)&Data=(.*)$/.exec(two) ?? [];
    const splice = (from: (block: number) => string) =>
      Array.from({ length: Math.ceil(dataOne.length / 16) }, (_, block) =>
        from(block).slice(block * 16, block * 16 + 16),
      ).join('');
    const connection = await findConnection(desk.deps, desk.deps.database.read, { slug: 'demo' });
    if (connection === null) throw new Error('no connection');
    for (let trial = 1; trial <= 1000; trial += 1) {
      // Ten blocks of names, figures and MAC, each taken from the one or the other message.
      const bits = trial + 1;
      const spliced = splice((block) => ((bits >> (block % 10)) & 1 ? dataTwo : dataOne));
      if (spliced === dataOne || spliced === dataTwo) continue;
      const text = `Len=${lenOne}&Data=${spliced}`;
      const { stored } = await receiveCallback(desk.deps, connection, 'notify', text);
      expect(stored).toBe(false);
    }
    const half = splice((block) => (block < 4 ? dataTwo : dataOne));
    expect((await post('demo/notify', `Len=${lenOne}&Data=${half}`)).status).toBe(400);
    expect(await inbox()).toHaveLength(0);
  });
  test('an unknown connection is 404, and all of it is counted by reason', async () => {
    const before = callbackRejections();
    const answer = await post('nobody/notify', message());
    await post('demo/notify', message({}, other));

    expect(answer.status).toBe(404);
    const after = callbackRejections();
    expect(after['unknown-connection']).toBe((before['unknown-connection'] ?? 0) + 1);
    expect(after['mac-wrong']).toBe((before['mac-wrong'] ?? 0) + 1);
  });

  test('N07 what cannot be stored is 503, and is not lost when it comes again', async () => {
    const texts = Array.from({ length: times({ usual: 3, full: 50 }) }, () => message());
    await desk.database.stop();
    for (const text of texts) expect((await post('demo/notify', text)).status).toBe(503);
    await desk.database.start();
    for (const text of texts) {
      await expect.poll(async () => (await post('demo/notify', text)).status).toBe(200);
    }
    expect(await inbox()).toHaveLength(texts.length);
  });
});

describe('what people see of what was refused', () => {
  const kept = async () => {
    await rejections.flush();
    const { rows } = await desk.deps.database.read.query(
      `SELECT reason, kind, length(digest) AS digest, bytes, sum(count)::int AS count,
         count(*)::int AS rows
       FROM callback_rejections GROUP BY reason, kind, length(digest), bytes
       ORDER BY reason, length(digest)`,
    );
    return rows;
  };
  beforeEach(async () => {
    await rejections.flush();
    await desk.deps.database.money.query('DELETE FROM callback_rejections');
  });

  test('is reason, door, size, digest and number, never the content', async () => {
    const text = message({}, { ...credentials, macKey: 'another-hmac-key' });
    for (let count = 0; count < 3; count += 1) await post('demo/notify', text);
    await post('demo/success', `${message()}&x=${'x'.repeat(17_000)}`);
    await post('nobody/notify', text);

    await expect.poll(kept).toEqual([
      { reason: 'mac-wrong', kind: 'notify', digest: 32, bytes: text.length, count: 3, rows: 1 },
      { reason: 'too-large', kind: 'success', digest: 0, bytes: null, count: 1, rows: 1 },
    ]);
  });

  test('N09 of a flood is a handful of lines, and money moves meanwhile', async () => {
    const paid = await shopPayment();
    await processCallbacks(desk.deps);
    const payment = await paymentOf(paid);
    const junk = Promise.all(
      Array.from({ length: 600 }, (_, at) => post('demo/notify', `Len=1&Data=${at.toString(16)}`)),
    );
    const captured = await capturePayment(desk.deps, manager, {
      paymentId: payment?.id ?? '',
      amount: 10_00,
      closeRest: false,
      key: randomUUID(),
    });
    expect((await junk).every(({ status }) => status === 400)).toBe(true);
    expect(captured.operation.state).toBe('succeeded');

    const rows = await kept();
    expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(600);
    // Ten told apart of each reason and one for the others; a minute may end in between.
    expect(rows.reduce((sum, { rows: lines }) => sum + lines, 0)).toBeLessThanOrEqual(44);
  });

  test('outlives a database that is away for a moment', async () => {
    await desk.database.stop();
    rejections.count('mac-wrong', {
      connection: { id: desk.connectionId, merchantId: 1, slug: 'demo' },
      kind: 'notify',
      message: 'x',
    });
    await rejections.flush();
    await desk.database.start();
    await expect.poll(kept).toMatchObject([{ reason: 'mac-wrong', count: 1 }]);
  });
});
