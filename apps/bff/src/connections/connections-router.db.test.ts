import { createSimulator, type Simulator } from 'paygate-simulator';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { appRouter } from '../app-router.ts';
import type { Deps } from '../deps.ts';
import { openSession } from '../sessions/open-session.ts';
import { readSession } from '../sessions/read-session.ts';
import { type TestDatabase, testDatabase } from '../storage/testing.ts';
import { standingClock, testDeps } from '../testing.ts';
import { createCallerFactory } from '../trpc.ts';
import { addPerson } from '../users/testing.ts';
import { findConnection } from './find-connection.ts';

let db: TestDatabase;
let simulator: Simulator;
let deps: Deps;
let admin: Awaited<ReturnType<typeof callAs>>;
let stranger: Awaited<ReturnType<typeof callAs>>;

beforeAll(async () => {
  db = await testDatabase();
  simulator = await createSimulator({ dataDir: null });
  deps = testDeps(db.database, standingClock(Date.UTC(2026, 10, 2)), {
    GATEWAY_TIMEOUT_MS: '2000',
  });
  admin = await callAs('ines@shop.example', 1);
  stranger = await callAs('otto@other.example', 2);
});

afterAll(async () => {
  await simulator.close();
  await db.drop();
});

beforeEach(() => db.database.read.query('DELETE FROM gateway_connections'));

async function callAs(email: string, merchantId: number) {
  const id = await addPerson(db.database.read, { email, role: 'admin', merchantId });
  const cookie = `desk_session=${await openSession(deps, id, null)}`;
  return createCallerFactory(appRouter)({
    deps,
    person: await readSession(deps, cookie),
    requestId: 'test',
    sessionToken: null,
    origin: 'https://desk.example',
    setCookie: () => undefined,
    setHeader: () => undefined,
  }).connections;
}

const encryptionKey = 'bf-demo-key-0001';
const hmacKey = 'hmac-demo-key-0123456789abcdef01';

function settings() {
  return {
    label: 'Webshop',
    brand: 'custom' as const,
    baseUrl: simulator.url,
    gatewayMerchantId: 'desk_demo',
    mode: 'deferred' as const,
    cipherKind: 'blowfish' as const,
    refundWindow: 'production' as const,
    minimum: 100,
    severalCaptures: 'unconfirmed' as const,
    partialReversal: 'unconfirmed' as const,
    inquiryShowsReversals: 'unconfirmed' as const,
  };
}

function create() {
  return admin.create({ ...settings(), merchantId: 1, encryptionKey, hmacKey });
}

describe('a new connection', () => {
  test('gets a callback name nobody can guess and addresses the gateway takes', async () => {
    const { slug, callbackUrls, callbackProblem } = await create();

    expect(slug).toMatch(/^[\w-]{22}$/);
    expect(callbackUrls).toEqual({
      notify: `https://desk.example/callbacks/${slug}/notify`,
      success: `https://desk.example/callbacks/${slug}/success`,
      failure: `https://desk.example/callbacks/${slug}/failure`,
    });
    expect(callbackProblem).toBeNull();
  });

  test('can be called with the keys it was given', async () => {
    const { slug } = await create();

    const connection = await findConnection(deps, db.database.read, { slug });

    expect(connection?.credentials.macKey).toBe(hmacKey);
    expect(connection).toMatchObject({
      captureWindowMs: 604_800_000,
      refundWindowMs: 15_552_000_000,
    });
  });

  test('never shows a key, neither in answers nor in the database or the audit log', async () => {
    const created = await create();

    const { rows } = await db.database.read.query(
      'SELECT to_jsonb(c)::text AS row FROM gateway_connections c UNION ALL SELECT to_jsonb(a)::text FROM audit_log a',
    );
    for (const text of [created, await admin.list(), await admin.get({ id: created.id }), rows]) {
      expect(JSON.stringify(text)).not.toMatch(/bf-demo-key|hmac-demo-key/);
    }
  });

  test('of a brand goes where that brand listens, unless another address is given', async () => {
    const wish = { ...settings(), merchantId: 1, encryptionKey, hmacKey };
    for (const { brand, baseUrl } of (await admin.brands()).brands) {
      if (baseUrl === null) continue;
      const created = await admin.create({ ...wish, brand, baseUrl: null });
      expect(created).toMatchObject({ brand, baseUrl });
    }
    const other = 'https://payment.example/desk/';
    const created = await admin.create({ ...wish, brand: 'axepta', baseUrl: other });
    expect(created).toMatchObject({ brand: 'axepta', baseUrl: other });
  });

  test('is shown before it is saved where each step would go, a reversal to reverse.aspx', async () => {
    const { brands, files } = await admin.brands();

    expect(brands.map(({ brand }) => brand)).toEqual([
      ...['computop', 'payjet', '1cs', 'axepta', 'vr', 'custom'],
    ]);
    expect(brands.find(({ brand }) => brand === 'axepta')).toMatchObject({
      baseUrl: 'https://paymentpage.axepta.bnpparibas/',
      twintDocumented: false,
    });
    expect(files.find(({ operation }) => operation === 'reverse')?.file).toBe('reverse.aspx');
  });

  test.each([
    ['encryptionKey', { encryptionKey: 'abc' }],
    ['encryptionKey', { encryptionKey: 'x'.repeat(57) }],
    ['encryptionKey', { cipherKind: 'aes' as const, encryptionKey: 'not sixteen' }],
    ['hmacKey', { hmacKey: '' }],
    ['hmacKey', { hmacKey: 'two words' }],
    ['gatewayMerchantId', { gatewayMerchantId: 'star*' }],
    ['baseUrl', { baseUrl: 'http://gateway.example' }],
    ['baseUrl', { baseUrl: null }],
    ['minimum', { minimum: 0 }],
    ['minimum', { minimum: 1.5 }],
    ['label', { label: ' ' }],
  ])('names the field %s when it is wrong', async (field, wrong) => {
    const attempt = admin.create({
      ...settings(),
      merchantId: 1,
      encryptionKey,
      hmacKey,
      ...wrong,
    });

    await expect(attempt).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      cause: { issues: [{ path: [field] }] },
    });
  });
});

describe('a change', () => {
  test('keeps the keys that are left out', async () => {
    const { id, slug } = await create();

    const changed = await admin.update({ ...settings(), id, label: 'Laden', version: 1 });

    expect(changed).toMatchObject({ label: 'Laden', version: 2 });
    const connection = await findConnection(deps, db.database.read, { slug });
    expect(connection?.credentials.macKey).toBe(hmacKey);
  });

  test('of a key is used from the next call on', async () => {
    const { id, slug } = await create();
    await findConnection(deps, db.database.read, { slug });

    await admin.update({ ...settings(), id, hmacKey: 'another-key' });

    const connection = await findConnection(deps, db.database.read, { slug });
    expect(connection?.credentials.macKey).toBe('another-key');
  });

  test('is refused when somebody else saved in between', async () => {
    const { id } = await create();
    await admin.update({ ...settings(), id, label: 'First', version: 1 });

    const second = admin.update({ ...settings(), id, label: 'Second', version: 1 });

    await expect(second).rejects.toMatchObject({
      code: 'CONFLICT',
      cause: { refusal: 'stale-version' },
    });
    expect((await admin.get({ id })).label).toBe('First');
  });

  test('is written down with old and new value, of a key only that it was replaced', async () => {
    const { id } = await create();

    await admin.update({ ...settings(), id, mode: 'sale', encryptionKey: 'another-key-001' });

    const { rows } = await db.database.read.query<{ details: unknown }>(
      `SELECT details FROM audit_log WHERE action = 'connection-changed' AND subject = $1`,
      [`connection:${id}`],
    );
    expect(rows).toEqual([
      { details: { mode: { from: 'deferred', to: 'sale' }, cipherKey: 'replaced' } },
    ]);
  });
});

describe("another merchant's connection", () => {
  test('does not exist', async () => {
    const { id } = await create();

    expect(await stranger.list()).toEqual({ rows: [] });
    const attempts = [
      () => stranger.get({ id }),
      () => stranger.update({ ...settings(), id }),
      () => stranger.test({ id }),
      () => stranger.create({ ...settings(), merchantId: 1, encryptionKey, hmacKey }),
    ];
    for (const attempt of attempts) {
      await expect(attempt()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });
});

describe('a connection test', () => {
  async function states(id: string, tried: object = {}) {
    const { steps } = await admin.test({ id, ...tried });
    return steps.map(({ step, state }) => `${step} ${state}`);
  }

  test('passes with the right keys and moves no money', async () => {
    const { id } = await create();

    expect(await states(id)).toEqual(['reach ok', 'decrypt ok', 'merchant ok', 'callback unknown']);
    const ledger = await fetch(`${simulator.url}/control/ledger`);
    expect(await ledger.json()).toEqual({ entries: [] });
  });

  test('tells a wrong encryption key', async () => {
    const { id } = await create();

    const found = await states(id, { encryptionKey: 'another-key-001' });

    expect(found).toEqual(['reach ok', 'decrypt failed', 'merchant unknown', 'callback unknown']);
  });

  test('tells a wrong HMAC key', async () => {
    const { id } = await create();

    expect(await states(id, { hmacKey: 'another-key' })).toContain('merchant failed');
  });

  test('tells an address where nobody answers', async () => {
    const { id } = await create();

    const found = await states(id, { baseUrl: 'http://127.0.0.1:9' });

    expect(found).toEqual([
      'reach failed',
      'decrypt unknown',
      'merchant unknown',
      'callback unknown',
    ]);
  });
});
