import { createHmac, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { processCallbacks } from '../callbacks/callback-worker.ts';
import { repositoryFolder } from '../env.ts';
import { decideOnPhone } from '../links/testing.ts';
import { capturePayment } from '../payments/capture-payment.ts';
import { findByName } from '../payments/find-by-name.ts';
import { type Desk, openDesk, pay } from '../payments/testing.ts';
import { addPerson } from '../payments/testing-person.ts';
import type { Person } from '../sessions/person.ts';
import { standingClock } from '../testing.ts';
import { createDoor } from './door.ts';
import { followShopPayments } from './follow-shop-payments.ts';
import { getShopApi } from './get-shop-api.ts';
import { makeKey } from './make-key.ts';
import { revokeKey } from './revoke-key.ts';
import { rotateKey } from './rotate-key.ts';
import { renewSecret, saveWebhook } from './save-webhook.ts';
import { sendEventAgain } from './send-event-again.ts';
import type { ShopProblem } from './shop-problem.ts';
import { openReceiver, openShop, type Told, wishFor } from './testing.ts';
import { makeWebhookSecret, webhookHeaders } from './webhook-secret.ts';
import { deliverEvents } from './webhook-worker.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
let desk: Desk;
let shop: Awaited<ReturnType<typeof openShop>>;
let receiver: Awaited<ReturnType<typeof openReceiver>>;
let admin: Person;
let manager: Person;
let token: string;
let secret: string;

beforeAll(async () => {
  desk = await openDesk();
  shop = await openShop(desk);
  receiver = await openReceiver();
  admin = await addPerson(desk, 'admin');
  manager = await addPerson(desk, 'manager');
  token = (await make()).token;
  secret = (await saveAddress(receiver.url)) ?? '';
});
afterAll(async () => {
  await receiver.close();
  await shop.close();
  await desk.close();
});

/** Everything that is due: a round takes a few of each shop. */
const deliver = async () => {
  while (await deliverEvents(desk.deps));
};
const follow = async () => {
  while (await followShopPayments(desk.deps));
};
const asking = () => ({ person: admin, memberships: admin.memberships });
const make = (rights: readonly ('create' | 'read')[] = ['create', 'read']) =>
  makeKey(desk.deps, asking(), {
    connectionId: desk.connectionId,
    name: 'Web shop',
    rights: [...rights],
  });
const saveAddress = (address: string | null) =>
  saveWebhook(desk.deps, asking(), { connectionId: desk.connectionId, address });
const look = () => getShopApi(desk.deps, { ...asking(), origin: shop.origin }, desk.connectionId);
const paymentOf = async (transId: string) => {
  const payment = await findByName(desk.deps.database.read, desk.connectionId, { transId });
  if (payment === null) throw new Error(`no payment ${transId}`);
  return payment;
};
const capture = async (transId: string, amount: number) => {
  const { id: paymentId } = await paymentOf(transId);
  const input = { paymentId, amount, closeRest: false, key: randomUUID() };
  return capturePayment(desk.deps, manager, input);
};

/** What a shop does with a message before it believes a word of it. */
function verified({ headers, body }: Told, key: string) {
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const mac = createHmac('sha256', Buffer.from(key.replace('whsec_', ''), 'base64'));
  const expected = `v1,${mac.update(signed).digest('base64')}`;
  const signatures = String(headers['webhook-signature']).split(' ');
  if (!signatures.includes(expected)) throw new Error('not signed with this secret');
  const event: unknown = JSON.parse(body);
  shop.prove('Event', event);
  return event as {
    id: string;
    type: string;
    data: { transId: string; state: string; sequence: number; captured: number };
  };
}

describe('a payment from beginning to end', () => {
  test('created, paid on the phone, told, captured, told', async () => {
    const wish = wishFor();
    const created = await shop.create(token, wish);
    expect(created.status).toBe(201);
    expect(created.said('location')).toBe(`/api/v1/payments/${wish.transId}`);
    expect(created.said('access-control-allow-origin')).toBeNull();
    expect(created.said('set-cookie')).toBeNull();
    expect(created.answer).toMatchObject({ state: 'awaiting', amount: 59_00, payId: null });
    expect(created.answer.redirectUrl).toContain('/twint.aspx?');

    // The simulator notifies our door over HTTP, as the gateway does.
    await decideOnPhone(desk, created.answer.redirectUrl ?? '', 'approve');
    await expect
      .poll(() => processCallbacks(desk.deps).then(() => stateOf(wish.transId)), {
        timeout: 20_000,
      })
      .toBe('authorized');
    await deliver();
    const first = verified(lastOf(wish.transId), secret);
    expect(first).toMatchObject({ type: 'payment.authorized', data: { transId: wish.transId } });
    const read = await shop.read(token, wish.transId);
    expect(read.answer).toMatchObject({
      state: 'authorized',
      authorized: 59_00,
      captured: 0,
      redirectUrl: null,
      sequence: first.data.sequence,
    });
    const byPayId = await shop.call(`/payments/by-pay-id/${read.answer.payId}`, { token });
    expect(byPayId.answer).toEqual(read.answer);

    await capture(wish.transId, 20_00);
    await capture(wish.transId, 39_00);
    await deliver();
    const events = toldOf(wish.transId)
      .slice(1)
      .map((told) => verified(told, secret));
    const inOrder = events.sort((one, other) => one.data.sequence - other.data.sequence);
    expect(inOrder.map(({ type, data }) => [type, data.captured])).toEqual([
      ['payment.part_captured', 20_00],
      ['payment.captured', 59_00],
    ]);
    expect(inOrder[0]?.data.sequence).toBeGreaterThan(first.data.sequence);
    const row = await paymentOf(wish.transId);
    expect(row).toMatchObject({ source: 'api', status: 'captured' });
  });

  test('found paid although nobody told us', async () => {
    const wish = wishFor();
    const { answer } = await shop.create(token, wish);
    await desk.control('faults', { fault: 'notify-late', count: 1, delayMs: 60 * MINUTE });
    await decideOnPhone(desk, answer.redirectUrl ?? '', 'approve');
    await desk.advance(MINUTE);
    await follow();
    expect(await stateOf(wish.transId)).toBe('authorized');
  });

  test('asked about by its shop days later: the gateway is asked too, but not each time', async () => {
    const wish = wishFor();
    const { answer } = await shop.create(token, wish);
    await desk.advance(48 * HOUR);
    await follow();
    await desk.control('faults', { fault: 'notify-late', count: 1, delayMs: 60 * MINUTE });
    await decideOnPhone(desk, answer.redirectUrl ?? '', 'approve');
    await follow();
    expect((await paymentOf(wish.transId)).status).toBe('awaiting');
    expect(await stateOf(wish.transId)).toBe('awaiting');
    await follow();
    expect((await paymentOf(wish.transId)).status).toBe('awaiting');

    await desk.advance(MINUTE);
    expect(await stateOf(wish.transId)).toBe('awaiting');
    await follow();
    expect(await stateOf(wish.transId)).toBe('authorized');
  });

  test('declined by its customer', async () => {
    const wish = wishFor();
    const { answer } = await shop.create(token, wish);
    await decideOnPhone(desk, answer.redirectUrl ?? '', 'cancel');
    await desk.advance(MINUTE);
    await follow();
    expect(await stateOf(wish.transId)).toBe('failed');
    await deliver();
    expect(verified(lastOf(wish.transId), secret).type).toBe('payment.failed');
  });
});

test('the check of a signature in the guide takes what we send, and nothing else', async () => {
  const guide = readFileSync(join(repositoryFolder, 'docs/shop-api.md'), 'utf8');
  const code = /```ts\n([\s\S]+?)```/.exec(guide)?.[1] ?? '';
  const script = `${stripTypeScriptTypes(code)}\nexport { isGenuine };`;
  const { isGenuine } = await import(`data:text/javascript,${encodeURIComponent(script)}`);
  const body = '{"id":"1"}';
  const newest = makeWebhookSecret();
  const older = makeWebhookSecret();
  const headers = webhookHeaders({ id: '1', body }, [newest, older], Date.now());
  expect(isGenuine(headers, body, newest)).toBe(true);
  expect(isGenuine(headers, body, older)).toBe(true);
  expect(isGenuine(headers, body, makeWebhookSecret())).toBe(false);
  expect(isGenuine(headers, '{"id":"2"}', newest)).toBe(false);
  const late = webhookHeaders({ id: '1', body }, [newest], Date.now() - 10 * MINUTE);
  expect(isGenuine(late, body, newest)).toBe(false);
});

describe('the customer’s browser', () => {
  /** Where the browser ends that the gateway sends back: the page it is taken on from. */
  const comeBack = async (choice: string, replayed = false) => {
    await desk.control('merchants', { merchantId: 'desk_demo', settings: { returnMethod: 'GET' } });
    const wish = wishFor();
    const { answer } = await shop.create(token, wish);
    await decideOnPhone(desk, answer.redirectUrl ?? '', choice);
    await desk.advance(MINUTE);
    await follow();
    const { payId } = await paymentOf(wish.transId);
    if (replayed) await desk.control('faults', { fault: 'failure-replayed', count: 1 });
    return (await fetch(`${desk.simulator.url}/pay/${payId}/return`)).text();
  };

  test('is taken on to where the shop said, for how it went', async () => {
    const paid = await comeBack('approve');
    expect(paid).toContain('content="0;url=https://shop.example/thanks?order=77"');
    expect(paid).not.toContain('Data=');
    expect(await comeBack('cancel')).toContain('0;url=https://shop.example/basket"');
  });

  test('with a failure replayed to the address of success is told that nothing was paid', async () => {
    expect(await comeBack('cancel', true)).toContain('0;url=https://shop.example/basket"');
  });
});

describe('the same TransID', () => {
  test('with the same content is the same payment', async () => {
    const wish = wishFor();
    const first = await shop.create(token, wish);
    const again = await shop.create(token, wish);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.answer).toEqual(first.answer);
  });

  test('with other content is refused, and the fields are named', async () => {
    const wish = wishFor();
    await shop.create(token, wish);
    const { returnUrls } = wish;
    const other = {
      ...wish,
      amount: 60_00,
      webhookUrl: 'https://shop.example/other',
      returnUrls: { ...returnUrls, failure: 'https://shop.example/elsewhere' },
    };
    const { status, answer } = await shop.create(token, other);
    expect([status, answer.code]).toEqual([409, 'trans-id-reused']);
    expect(answer.errors?.map(({ field }) => field).sort()).toEqual([
      'amount',
      'returnUrls.failure',
      'webhookUrl',
    ]);
  });

  test('from 64 sides at once is one payment', async () => {
    const wish = wishFor();
    const twins = await Promise.all(Array.from({ length: 64 }, () => shop.create(token, wish)));
    const statuses = twins.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => status === 200)).toHaveLength(63);
    expect(new Set(twins.map(({ answer }) => answer.redirectUrl)).size).toBe(1);
    const { rows } = await desk.deps.database.read.query(
      'SELECT count(*) AS count FROM payments WHERE trans_id = $1',
      [wish.transId],
    );
    expect(rows).toEqual([{ count: 1 }]);
  });

  test('of a payment that no shop asked for here is taken, and stays unseen', async () => {
    const { transId } = await pay(desk, 10_00);
    const { status, answer } = await shop.create(token, wishFor({ transId }));
    expect([status, answer.code]).toEqual([409, 'trans-id-taken']);
    expect((await shop.read(token, transId)).answer.code).toBe('no-such-payment');
  });
});

describe('settings and troubles', () => {
  test('the connection decides which page of the gateway, and whether the shop may say when', async () => {
    const set = (page: string, parameter: string) =>
      desk.deps.database.money.query(
        `UPDATE gateway_connections SET link_page = $1, capture_parameter = $2 WHERE slug = 'demo'`,
        [page, parameter],
      );
    await set('paymentPage', 'yes');
    const wish = wishFor({ capture: 'after', captureHours: 5 });
    const { status, answer } = await shop.create(token, wish);
    await set('twint', 'no');
    expect(status).toBe(201);
    expect(answer.redirectUrl).toContain('/paymentPage.aspx?');
    expect(answer.redirectUrl).toContain('&PayTypes=TWINT&Language=de');
    // What would be refused today was agreed then: the same request is the same payment.
    expect((await shop.create(token, wish)).status).toBe(200);
  });

  test('without a database the shop is told to come again, and then nothing is there twice', async () => {
    const wish = wishFor();
    await desk.database.stop();
    const away = await shop.create(token, wish);
    await desk.database.start();
    expect(away).toMatchObject({ status: 503, answer: { code: 'unavailable' } });
    expect(Number(away.said('retry-after'))).toBeGreaterThan(0);
    expect((await shop.create(token, wish)).status).toBe(201);
    expect((await shop.create(token, wish)).status).toBe(200);
  });
});

describe('bad input', () => {
  test.each([
    [{ amount: 59.5 }, 'amount'],
    [{ amount: '5900' }, 'amount'],
    [{ amount: 99 }, 'amount'],
    [{ amount: 10_000_000_000 }, 'amount'],
    [{ currency: 'EUR' }, 'currency'],
    [{ transId: 'a b' }, 'transId'],
    [{ transId: 'x'.repeat(51) }, 'transId'],
    [{ refNr: '1,2' }, 'refNr'],
    [{ description: 'Tee 茶' }, 'description'],
    [{ description: 'a\u0000b' }, 'description'],
    [{ description: ' ' }, 'description'],
    [{ language: 'rm' }, 'language'],
    [{ capture: 'at-once' }, 'capture'],
    [{ capture: 'after', captureHours: 169 }, 'captureHours'],
    [{ captureHours: 5 }, 'captureHours'],
    [{ returnUrls: { success: 'https://shop.example/' } }, 'returnUrls.failure'],
    [
      { returnUrls: { success: 'javascript:alert(1)', failure: 'https://a.example' } },
      'returnUrls.success',
    ],
    [
      { returnUrls: { success: 'http://shop.example/', failure: 'https://a.example' } },
      'returnUrls.success',
    ],
    [
      { returnUrls: { success: 'https://u:p@shop.example/', failure: 'https://a.example' } },
      'returnUrls.success',
    ],
    [{ webhookUrl: 'ftp://shop.example/' }, 'webhookUrl'],
    [{ amout: 5 }, 'amout'],
  ])('%j is refused at its field', async (over, field) => {
    const { status, answer } = await shop.create(token, wishFor(over));
    expect([status, answer.code]).toEqual([422, 'invalid-request']);
    expect(answer.errors?.map((error) => error.field)).toEqual([field]);
  });

  test.each([
    ['{', 400, 'malformed-json'],
    ['null', 400, 'malformed-json'],
    ['[]', 422, 'invalid-request'],
    [JSON.stringify({ description: 'x'.repeat(17_000) }), 413, 'too-large'],
  ])('a body %.20s…', async (body, status, code) => {
    const answered = await shop.call('/payments', { token, body });
    expect([answered.status, answered.answer.code]).toEqual([status, code]);
  });

  test('what is not JSON, not an address, or not its method', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const asForm = await shop.call('/payments', { token, body: 'a=1', headers: form });
    expect([asForm.status, asForm.answer.code]).toEqual([415, 'not-json']);
    const gzip = { 'content-encoding': 'gzip' };
    expect((await shop.call('/payments', { token, body: '{}', headers: gzip })).status).toBe(415);
    expect((await shop.call('/nowhere', { token })).answer.code).toBe('no-such-endpoint');
    expect((await shop.call('/payments/%E0%A4%A', { token })).status).toBe(404);
    expect((await shop.call('/payments/%00', { token })).answer.code).toBe('no-such-payment');
    const removed = await shop.call('/payments/x', { token, method: 'DELETE' });
    expect([removed.status, removed.said('allow')]).toEqual([405, 'GET, HEAD']);
  });
});

test('the description and the guide are there for everybody', async () => {
  const described = await fetch(`${shop.api}/openapi.json`);
  expect(await described.json()).toMatchObject({
    openapi: '3.1.1',
    servers: [{ url: shop.api }],
    webhooks: { paymentChanged: {} },
  });
  const guide = await fetch(`${shop.api}/guide`);
  expect(guide.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(await guide.text()).toContain('# Shop API');
});

describe('keys', () => {
  test('are shown once, and stored as a hash', async () => {
    const { key, token: made } = await make();
    const { rows } = await desk.deps.database.read.query<{ all: string }>(
      `SELECT row_to_json(k)::text AS all FROM shop_keys k WHERE id = $1`,
      [key.id],
    );
    expect(rows[0]?.all).toContain(key.prefix);
    expect(rows[0]?.all).not.toContain(made.slice(key.prefix.length + 1));
    const { keys } = await look();
    expect(JSON.stringify(keys)).not.toContain(made);
  });

  test.each([
    [undefined, 'key-missing'],
    ['nonsense', 'key-unknown'],
    [`desk_${'a'.repeat(12)}_${'b'.repeat(43)}`, 'key-unknown'],
  ])('%s is no key', async (wrong, code) => {
    const headers = wrong === undefined ? {} : { authorization: `Bearer ${wrong}` };
    const { status, answer, said } = await shop.call('/payments/x', { headers });
    expect([status, answer.code]).toEqual([401, code]);
    expect(said('www-authenticate')).toContain('Bearer');
  });

  test('a secret that is not the one of its prefix opens nothing', async () => {
    const { token: other } = await make();
    const mixed = token.slice(0, 17) + other.slice(17);
    expect((await shop.read(mixed, 'x')).answer.code).toBe('key-unknown');
  });

  test('do what they have the right to', async () => {
    const { token: reads } = await make(['read']);
    const { token: creates } = await make(['create']);
    const wish = wishFor();
    expect((await shop.create(reads, wish)).answer.code).toBe('right-missing');
    expect((await shop.create(creates, wish)).status).toBe(201);
    expect((await shop.read(creates, wish.transId)).status).toBe(403);
    expect((await shop.read(reads, wish.transId)).status).toBe(200);
  });

  test('two are valid while one takes the place of the other, until its time is over', async () => {
    const old = await make();
    const made = await rotateKey(desk.deps, asking(), { keyId: old.key.id, keepHours: 24 });
    expect((await shop.read(old.token, 'x')).status).toBe(404);
    expect((await shop.read(made.token, 'x')).status).toBe(404);
    await desk.advance(24 * HOUR);
    expect((await shop.read(old.token, 'x')).answer.code).toBe('key-expired');
    expect((await shop.read(made.token, 'x')).status).toBe(404);
    const states = (await look()).keys.filter(({ id }) => [old.key.id, made.key.id].includes(id));
    expect(states.map(({ state }) => state)).toEqual(['valid', 'expired']);
  });

  test('have one successor, however many ask for it at once', async () => {
    const { key } = await make();
    const rotate = () => rotateKey(desk.deps, asking(), { keyId: key.id, keepHours: 1 });
    const ends = await Promise.allSettled([rotate(), rotate(), rotate()]);
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('that are revoked end at once, and what they did stays', async () => {
    const { key, token: mine } = await make();
    const wish = wishFor();
    await shop.create(mine, wish);
    await revokeKey(desk.deps, asking(), key.id);
    await revokeKey(desk.deps, asking(), key.id);
    expect((await shop.create(mine, wish)).answer.code).toBe('key-revoked');
    expect((await shop.read(token, wish.transId)).status).toBe(200);
    const { rows } = await desk.deps.database.read.query<{ action: string }>(
      `SELECT action FROM audit_log WHERE details::text LIKE '%' || $1 || '%' ORDER BY seq`,
      [key.prefix],
    );
    expect(rows.map(({ action }) => action)).toEqual(['shop-key-made', 'shop-key-revoked']);
  });

  test('are slowed down when too much comes, each for itself', async () => {
    const clock = standingClock(desk.deps.clock.now());
    const door = createDoor({ clock, database: desk.deps.database }, 3);
    const { token: busy } = await make();
    const knock = (mine: string) =>
      door.enter({ ip: '192.0.2.7', authorization: `Bearer ${mine}` }, 'read').then(
        () => 'in',
        (error: ShopProblem) => error.code,
      );
    const most = [await knock(busy), await knock(busy), await knock(busy)];
    expect(most).toEqual(['in', 'in', 'in']);
    expect(await knock(busy)).toBe('too-many-requests');
    expect(await knock(token)).toBe('in');
    clock.move(10_000);
    expect(await knock(busy)).toBe('in');
  });

  test('that do not exist close the door to their address alone', async () => {
    const clock = standingClock(desk.deps.clock.now());
    const door = createDoor({ clock, database: desk.deps.database });
    const knock = (ip: string, authorization?: string) =>
      door.enter({ ip, authorization }, 'read').then(
        () => 'in',
        (error: ShopProblem) => error.code,
      );
    for (let tries = 1; tries <= 201; tries += 1) await knock('192.0.2.8');
    expect(await knock('192.0.2.8', `Bearer ${token}`)).toBe('too-many-requests');
    expect(await knock('192.0.2.9', `Bearer ${token}`)).toBe('in');
  });
});

describe('webhooks', () => {
  const authorized = async (over: object = {}) => {
    const wish = wishFor(over);
    const { answer } = await shop.create(token, wish);
    await decideOnPhone(desk, answer.redirectUrl ?? '', 'approve');
    await desk.advance(MINUTE);
    await follow();
    return wish.transId;
  };
  const eventsOf = async (transId: string) =>
    (await look()).events.filter((event) => event.transId === transId);

  test('come again after n³ minutes until they are taken, the same each time', async () => {
    receiver.answer(500);
    const transId = await authorized();
    await deliver();
    const first = lastOf(transId);
    expect(await eventsOf(transId)).toMatchObject([
      { state: 'pending', attempts: 1, lastStatus: 500 },
    ]);
    await deliver();
    expect(toldOf(transId)).toHaveLength(1);

    receiver.answer(204);
    await desk.advance(MINUTE);
    await deliver();
    expect(toldOf(transId)).toHaveLength(2);
    expect(lastOf(transId).body).toBe(first.body);
    expect(lastOf(transId).headers['webhook-id']).toBe(first.headers['webhook-id']);
    expect(await eventsOf(transId)).toMatchObject([{ state: 'done', attempts: 2, nextAt: null }]);
  });

  test('are given up after a day, and can be sent again under the same id', async () => {
    receiver.answer(503);
    const transId = await authorized();
    for (let round = 1; round <= 9; round += 1) {
      await deliver();
      await desk.advance(9 * HOUR);
    }
    const [event] = await eventsOf(transId);
    expect(event).toMatchObject({ state: 'given-up', attempts: 9, lastStatus: 503 });

    receiver.answer(200);
    await sendEventAgain(desk.deps, asking(), event?.id ?? '');
    await deliver();
    expect(lastOf(transId).headers['webhook-id']).toBe(event?.id);
    expect(await eventsOf(transId)).toMatchObject([{ state: 'done', attempts: 1 }]);
    receiver.answer(204);
  });

  test('are signed with both secrets while one takes the place of the other', async () => {
    const fresh = await renewSecret(desk.deps, asking(), {
      connectionId: desk.connectionId,
      keepHours: 24,
    });
    const both = await authorized();
    await deliver();
    expect(verified(lastOf(both), secret).id).toBe(verified(lastOf(both), fresh).id);
    await desk.advance(24 * HOUR);
    const one = await authorized();
    await deliver();
    expect(() => verified(lastOf(one), secret)).toThrow('not signed');
    expect(verified(lastOf(one), fresh).type).toBe('payment.authorized');
    secret = fresh;
  });

  test('go to the address of a payment where it has one of its own', async () => {
    const own = await openReceiver();
    const transId = await authorized({ webhookUrl: own.url });
    await deliver();
    expect(own.told.map((told) => verified(told, secret).data.transId)).toEqual([transId]);
    await own.close();
  });

  test('never go to a place inside, whatever the address says', async () => {
    const transId = await authorized({ webhookUrl: 'https://169.254.169.254/latest' });
    await deliver();
    expect(await eventsOf(transId)).toMatchObject([{ lastError: 'not-public', attempts: 1 }]);
  });

  test('are not booked while nobody named an address', async () => {
    await saveAddress(null);
    const transId = await authorized();
    expect(await eventsOf(transId)).toEqual([]);
    await saveAddress(receiver.url);
    await capture(transId, 59_00);
    await deliver();
    expect(await eventsOf(transId)).toMatchObject([{ type: 'payment.captured', state: 'done' }]);
  });
});

test('another merchant’s connection, key and event do not exist', async () => {
  const foreign = {
    person: admin,
    memberships: admin.memberships.map((membership) => ({ ...membership, merchantId: 2 })),
  };
  const { connectionId } = desk;
  const gone = { code: 'NOT_FOUND' };
  await expect(
    makeKey(desk.deps, foreign, { connectionId, name: 'x', rights: ['read'] }),
  ).rejects.toMatchObject(gone);
  const { keys, events } = await look();
  await expect(revokeKey(desk.deps, foreign, keys[0]?.id ?? '')).rejects.toMatchObject(gone);
  await expect(sendEventAgain(desk.deps, foreign, events[0]?.id ?? '')).rejects.toMatchObject(gone);
});

/** What the shop was told of a payment, in the order it came. */
function toldOf(transId: string): readonly Told[] {
  return receiver.told.filter(({ body }) => body.includes(`"${transId}"`));
}

function lastOf(transId: string): Told {
  const told = toldOf(transId).at(-1);
  if (told === undefined) throw new Error('the shop was told nothing');
  return told;
}

async function stateOf(transId: string): Promise<unknown> {
  return (await shop.read(token, transId)).answer.state;
}
