import { randomBytes, randomUUID } from 'node:crypto';
import { sealNotification } from 'paygate-core/notification';
import { createCipher } from 'paygate-core/wire';
import { type Role, rightsOf } from 'paygate-payments';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { appRouter } from '../app-router.ts';
import { keepRejections, type RejectionLog } from '../callbacks/callback-rejections.ts';
import { processCallbacks } from '../callbacks/callback-worker.ts';
import { receiveCallback } from '../callbacks/receive-callback.ts';
import { findConnection } from '../connections/find-connection.ts';
import type { GatewayConnection } from '../connections/gateway-connection.ts';
import { forwardCallbacks } from '../forwarding/forward-worker.ts';
import { type Desk, openDesk, pay } from '../payments/testing.ts';
import { addPerson } from '../payments/testing-person.ts';
import type { Person } from '../sessions/person.ts';
import { createCallerFactory } from '../trpc.ts';

const credentials = {
  merchantId: 'desk_demo',
  cipher: createCipher('blowfish', 'bf-demo-key-0001'),
  macKey: 'hmac-demo-key-0123456789abcdef01',
};

let desk: Desk;
let connection: GatewayConnection;
let rejections: RejectionLog;

beforeAll(async () => {
  desk = await openDesk();
  rejections = keepRejections(desk.deps);
  await reread();
});
afterAll(() => desk.close());
beforeEach(async () => {
  await desk.deps.database.money.query('DELETE FROM callback_inbox');
  await desk.deps.database.money.query('DELETE FROM callback_rejections');
});

const reread = async () => {
  const found = await findConnection(desk.deps, desk.deps.database.read, { slug: 'demo' });
  if (found === null) throw new Error('no connection');
  connection = found;
};

const callerFor = (person: Person) =>
  createCallerFactory(appRouter)({
    deps: desk.deps,
    person,
    requestId: 'test',
    sessionToken: null,
    origin: 'http://localhost:3000',
    setCookie: () => undefined,
    setHeader: () => undefined,
  }).notifications;
const as = async (role: Role) => callerFor(await addPerson(desk, role));

/** Somebody of another merchant, with every right there. */
const stranger = async (role: Role) => {
  const person = await addPerson(desk, role);
  const [membership] = person.memberships;
  if (membership === undefined) throw new Error('no membership');
  const elsewhere = { ...membership, merchantId: 2, rights: rightsOf(role) };
  return callerFor({ ...person, memberships: [elsewhere] });
};

const arrive = async (ids: { payId?: string; transId?: string } = {}) => {
  const { payId = randomBytes(16).toString('hex'), transId = `T-${randomUUID()}` } = ids;
  const { len, data } = sealNotification(credentials, [
    ['PayID', payId],
    ['TransID', transId],
    ['Status', 'AUTHORIZE_REQUEST'],
    ['Code', '00000000'],
  ]);
  const message = `Len=${len}&Data=${data}`;
  await receiveCallback(desk.deps, connection, 'notify', message);
  return { payId, transId, message };
};

const reject = async (message: string, why = 'mac-wrong') => {
  rejections.count(why, { connection, kind: 'notify', message });
  await rejections.flush();
};

describe('what arrived', () => {
  test('says what it was, what came of it and which payment it is about, and never the message', async () => {
    const paid = await pay(desk, 49_90, { refNr: 'A-7' });
    const { message } = await arrive(paid);
    await receiveCallback(desk.deps, connection, 'notify', message);
    await processCallbacks(desk.deps);
    await reject('Len=8&Data=secret');

    const auditor = await as('auditor');
    const { rows } = await auditor.list({ view: 'all' });
    expect(rows).toMatchObject([
      { state: 'rejected', why: 'mac-wrong', bytes: 17, payId: null, repeats: 0 },
      {
        state: 'done',
        why: 'recorded',
        payId: paid.payId,
        transId: paid.transId,
        status: 'AUTHORIZE_REQUEST',
        code: '00000000',
        repeats: 1,
        connection: 'demo',
        payment: { id: paid.paymentId, name: 'A-7' },
        forward: null,
        mayProcess: false,
      },
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/secret|Data=/);
  });

  test('is narrowed to what went wrong, to a state, a door, or one payment', async () => {
    const paid = await pay(desk, 49_90);
    await arrive(paid);
    await processCallbacks(desk.deps);
    const unknown = await arrive();
    await processCallbacks(desk.deps);
    await reject('junk');
    const manager = await as('manager');
    const found = async (filter: Parameters<typeof manager.list>[0]) =>
      (await manager.list(filter)).rows.map(({ payId, state }) => payId ?? state);

    expect(await found({})).toEqual(['rejected', unknown.payId]);
    expect(await found({ view: 'all' })).toEqual(['rejected', unknown.payId, paid.payId]);
    expect(await found({ view: 'all', state: 'done' })).toEqual([paid.payId]);
    expect(await found({ view: 'all', state: 'rejected' })).toEqual(['rejected']);
    expect(await found({ view: 'all', search: paid.transId })).toEqual([paid.payId]);
    expect(await found({ view: 'all', kind: 'success' })).toEqual([]);
    expect(await found({ view: 'all', connection: 'demo-sale' })).toEqual([]);
    await expect(manager.list({ connection: 'nobody' })).rejects.toThrow('NOT_FOUND');
    await expect(manager.list({ cursor: 'made-up' })).rejects.toThrow('not-a-cursor');
  });

  test('is met exactly once from page to page, whatever arrives meanwhile', async () => {
    for (let count = 0; count < 7; count += 1) {
      await arrive();
      await reject(`junk ${count}`);
    }
    const manager = await as('manager');
    const ids: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof manager.list>> = await manager.list({
        view: 'all',
        limit: 3,
        cursor,
      });
      ids.push(...page.rows.map(({ id }) => id));
      cursor = page.nextCursor;
      await arrive();
    } while (cursor !== null);
    expect(ids).toHaveLength(14);
    expect(new Set(ids).size).toBe(14);
  });

  test('of another merchant is as good as not there', async () => {
    await arrive();
    const { rows } = await (await as('manager')).list({ view: 'all' });
    const id = rows[0]?.id ?? '';
    expect((await (await stranger('manager')).list({ view: 'all' })).rows).toEqual([]);
    const foreignAdmin = await stranger('admin');
    await expect(foreignAdmin.processAgain({ id })).rejects.toThrow('NOT_FOUND');
    await expect(foreignAdmin.passOnAgain({ id })).rejects.toThrow('NOT_FOUND');
  });
});

describe('processing again', () => {
  test('asks the gateway anew, moves no money and is written down', async () => {
    const paid = await pay(desk, 49_90);
    await arrive(paid);
    await processCallbacks(desk.deps);
    await desk.control('actions', { payId: paid.payId, kind: 'capture', amount: 10_00 });
    const admin = await as('admin');
    const [row] = (await admin.list({ view: 'all' })).rows;

    await admin.processAgain({ id: row?.id ?? '' });
    expect((await admin.list({ view: 'all' })).rows[0]?.state).toBe('pending');
    await processCallbacks(desk.deps);
    await admin.processAgain({ id: row?.id ?? '' });
    await processCallbacks(desk.deps);

    const { rows } = await desk.deps.database.read.query(
      'SELECT captured FROM payments WHERE id = $1',
      [paid.paymentId],
    );
    expect(rows).toEqual([{ captured: 10_00 }]);
    expect((await desk.ledger(paid.payId)).filter(({ kind }) => kind === 'capture')).toHaveLength(
      1,
    );
    const audit = await desk.deps.database.read.query(
      `SELECT details ->> 'payId' AS pay_id FROM audit_log WHERE action = 'callback-processed-again'
         AND subject = $1`,
      [`callback:${row?.id}`],
    );
    expect(audit.rows).toEqual([{ pay_id: paid.payId }, { pay_id: paid.payId }]);
  });
});

describe('passing on again', () => {
  test('starts anew after giving up, also for what came before there was an address', async () => {
    await arrive();
    const admin = await as('admin');
    const [before] = (await admin.list({ view: 'all' })).rows;
    expect(before).toMatchObject({ forward: null, mayForward: false });
    await expect(admin.passOnAgain({ id: before?.id ?? '' })).rejects.toThrow('not-supported');

    const address = 'http://127.0.0.1:9/notify';
    await desk.deps.database.money.query(
      'UPDATE gateway_connections SET forward_to = $1, version = version + 1',
      [address],
    );
    await reread();
    await admin.passOnAgain({ id: before?.id ?? '' });
    await forwardCallbacks(desk.deps);
    const [after] = (await admin.list({})).rows;
    expect(after?.forward).toMatchObject({
      state: 'pending',
      attempts: 1,
      lastStatus: null,
      lastError: 'unreachable',
    });
    expect(after?.forward?.nextAt).toBeGreaterThan(desk.deps.clock.now());

    const giveUp = `UPDATE callback_forwards SET state = 'given-up', attempts = 9, due_at = NULL`;
    await desk.deps.database.money.query(giveUp);
    expect((await admin.list({})).rows[0]).toMatchObject({ mayForward: true });
    await admin.passOnAgain({ id: before?.id ?? '' });
    expect((await admin.list({ view: 'all' })).rows[0]?.forward).toMatchObject({
      state: 'pending',
      attempts: 0,
    });
    const { rows } = await desk.deps.database.read.query(
      `SELECT details ->> 'address' AS address FROM audit_log WHERE action = 'forward-repeated'`,
    );
    expect(rows).toEqual([{ address }, { address }]);
  });
});
