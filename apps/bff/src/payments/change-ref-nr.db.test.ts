import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findConnection } from '../connections/find-connection.ts';
import { inquireGateway } from '../gateway/inquire-gateway.ts';
import type { Person } from '../sessions/person.ts';
import { changeRefNr } from './change-ref-nr.ts';
import { checkPayment } from './check-payment.ts';
import { getPayment } from './get-payment.ts';
import { listPayments } from './list-payments.ts';
import { countAllUnresolved, listUnresolved } from './list-unresolved.ts';
import { paymentFilter } from './payment-filter.ts';
import { sweepRefNrs } from './sweep-ref-nrs.ts';
import { type Desk, openDesk, pay } from './testing.ts';
import { addPerson } from './testing-person.ts';

let desk: Desk;
let service: Person;

beforeAll(async () => {
  desk = await openDesk();
  service = await addPerson(desk, 'service');
});
afterAll(() => desk.close());

const QUIET = 600_000;

const change = (paymentId: string, to: string, over: object = {}) =>
  changeRefNr(desk.deps, service, service.memberships, {
    paymentId,
    from: 'A-1',
    to,
    reason: 'typed wrongly',
    key: randomUUID(),
    ...over,
  });
const detail = (paymentId: string) => getPayment(desk.deps, service, paymentId);
const types = async (paymentId: string) =>
  (await detail(paymentId)).events.map(({ type }) => type).filter((type) => /^ref-nr/.test(type));
const fault = (name: string, endpoint = 'refnrchange') =>
  desk.control('faults', { fault: name, endpoint });

/** Which reference the gateway has, by the gateway's own word. */
async function atGateway({ payId, transId }: { payId: string; transId: string }) {
  const connection = await findConnection(desk.deps, desk.deps.database.money, { slug: 'demo' });
  if (connection === null) throw new Error('no connection');
  const told = await inquireGateway(desk.deps, connection, { payId, transId });
  return told.kind === 'amounts' ? told.refNr : told.kind;
}

/** How often the gateway was asked to change the reference of a payment. */
async function sent(paymentId: string): Promise<number> {
  const { rows } = await desk.deps.database.read.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM gateway_calls
     WHERE payment_id = $1 AND endpoint = 'refNrChange'`,
    [paymentId],
  );
  return rows[0]?.count ?? 0;
}

describe('another reference', () => {
  test('reaches the gateway, stands in history and audit log, and both can be searched for', async () => {
    const paid = await pay(desk, 50_00, { refNr: 'Wrong-4711' });
    const before = await desk.ledger(paid.payId);
    const now = await change(paid.paymentId, 'Right-4712', { from: 'Wrong-4711' });

    expect(now).toMatchObject({
      refNr: 'Right-4712',
      status: 'authorized',
      authorized: 50_00,
      refNrChange: { former: ['Wrong-4711'], pending: null, why: null },
    });
    expect(await atGateway(paid)).toBe('Right-4712');
    expect(await desk.ledger(paid.payId)).toEqual(before);
    expect(now.events.slice(-2)).toMatchObject([
      {
        type: 'ref-nr-requested',
        by: service.name,
        description: 'typed wrongly',
        refNr: { from: 'Wrong-4711', to: 'Right-4712' },
      },
      { type: 'ref-nr-changed', code: '00000000' },
    ]);
    const { rows } = await desk.deps.database.read.query(
      `SELECT action, details ->> 'to' AS "to" FROM audit_log
       WHERE subject = $1 AND action LIKE 'ref-nr%' ORDER BY seq`,
      [`payment:${paid.paymentId}`],
    );
    expect(rows).toEqual([
      { action: 'ref-nr-requested', to: 'Right-4712' },
      { action: 'ref-nr-changed', to: 'Right-4712' },
    ]);
    for (const [search, matched] of [
      ['wrong-4711', ['formerRefNr']],
      ['right-4712', ['refNr']],
    ] as const) {
      const list = await listPayments(desk.deps, service, paymentFilter.parse({ search }));
      expect(list.rows).toMatchObject([{ id: paid.paymentId, matched }]);
    }
  });

  test('is sent once, however often it is told, and by one of two who wish it at once', async () => {
    const { paymentId } = await pay(desk, 50_00);
    const key = randomUUID();
    await change(paymentId, 'A-2', { key });
    const again = await change(paymentId, 'A-2', { key });
    expect(again.refNr).toBe('A-2');
    expect(await sent(paymentId)).toBe(1);
    await expect(change(paymentId, 'A-3', { key })).rejects.toMatchObject({
      refusal: 'key-reused',
    });
    await expect(change(paymentId, 'A-3')).rejects.toMatchObject({ refusal: 'stale-version' });
    await expect(change(paymentId, 'A-2', { from: 'A-2' })).rejects.toMatchObject({
      cause: { issues: [{ path: ['to'], message: 'same' }] },
    });
    const wish = { from: 'A-2' };
    const both = await Promise.allSettled([
      change(paymentId, 'A-4', wish),
      change(paymentId, 'A-5', wish),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await sent(paymentId)).toBe(2);
  });

  test('that the gateway declines changes nothing and may be tried again', async () => {
    const { paymentId } = await pay(desk, 50_00);
    await fault('declined');
    const declined = await change(paymentId, 'A-2');
    expect(declined).toMatchObject({ refNr: 'A-1', refNrChange: { former: [], pending: null } });
    expect(declined.events.at(-1)).toMatchObject({ type: 'ref-nr-declined', code: '20600063' });
    expect((await change(paymentId, 'A-2')).refNr).toBe('A-2');
  });

  test('of a payment of somebody else is not found', async () => {
    const { paymentId } = await pay(desk, 50_00);
    const wish = { paymentId, from: 'A-1', to: 'A-2', reason: 'x', key: randomUUID() };
    await expect(changeRefNr(desk.deps, service, [], wish)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('an answer that tells nothing', () => {
  test.each([
    'drop-before-effect',
    'drop-after-effect',
    'status-500',
    'garbage',
    'html',
    'truncated',
    'wrong-echo',
    'wrong-len',
    'duplicate-name',
    'redirect',
  ])('%s leaves the reference in doubt and keeps every other away', async (name) => {
    const paid = await pay(desk, 50_00);
    await fault(name);
    const doubtful = await change(paid.paymentId, 'A-2');
    expect(doubtful.refNr).toBe('A-1');
    expect(doubtful.refNrChange).toMatchObject({
      pending: { to: 'A-2', isUnknown: true },
      why: 'outcome-unknown',
    });
    await expect(change(paid.paymentId, 'A-3')).rejects.toMatchObject({
      refusal: 'outcome-unknown',
    });
    expect(await sent(paid.paymentId)).toBe(1);

    await checkPayment(desk.deps, service, paid.paymentId);
    const isDone = (await atGateway(paid)) === 'A-2';
    expect(await types(paid.paymentId)).toEqual([
      ...['ref-nr-requested', 'ref-nr-unknown'],
      ...(isDone ? ['ref-nr-changed'] : []),
    ]);
    expect((await detail(paid.paymentId)).refNr).toBe(isDone ? 'A-2' : 'A-1');
  });

  test('is settled as not done by an inquiry, but only when the request can no longer arrive', async () => {
    const paid = await pay(desk, 50_00);
    await fault('drop-before-effect');
    await change(paid.paymentId, 'A-2');
    await desk.advance(QUIET - 60_000);
    await checkPayment(desk.deps, service, paid.paymentId);
    expect((await detail(paid.paymentId)).refNrChange.pending).not.toBeNull();
    await desk.advance(60_000);
    await checkPayment(desk.deps, service, paid.paymentId);
    expect(await types(paid.paymentId)).toEqual([
      ...['ref-nr-requested', 'ref-nr-unknown', 'ref-nr-kept'],
    ]);
    expect(await detail(paid.paymentId)).toMatchObject({
      refNr: 'A-1',
      refNrChange: { pending: null, why: null },
    });
  });

  test('of a request that arrives late is settled by what arrived', async () => {
    const paid = await pay(desk, 50_00);
    await desk.control('faults', {
      fault: 'late-arrival',
      endpoint: 'refnrchange',
      delayMs: 120_000,
    });
    await change(paid.paymentId, 'A-2');
    await checkPayment(desk.deps, service, paid.paymentId);
    expect((await detail(paid.paymentId)).refNrChange.pending).not.toBeNull();
    await desk.advance(121_000);
    await checkPayment(desk.deps, service, paid.paymentId);
    expect(await detail(paid.paymentId)).toMatchObject({
      refNr: 'A-2',
      refNrChange: { former: ['A-1'], pending: null },
    });
  });

  test('and an inquiry that tells no reference prove nothing: later the same one may be sent again', async () => {
    await desk.control('merchants', {
      merchantId: 'desk_demo',
      settings: { inquiryTellsRefNr: false },
    });
    const paid = await pay(desk, 50_00);
    await fault('drop-after-effect');
    await change(paid.paymentId, 'A-2');
    await desk.advance(QUIET);
    await checkPayment(desk.deps, service, paid.paymentId);
    expect(await detail(paid.paymentId)).toMatchObject({
      refNr: 'A-1',
      refNrChange: { pending: { to: 'A-2' }, why: null },
    });
    const again = await change(paid.paymentId, 'A-2');
    expect(again).toMatchObject({ refNr: 'A-2', refNrChange: { pending: null } });
    await desk.control('merchants', {
      merchantId: 'desk_demo',
      settings: { inquiryTellsRefNr: true },
    });
    expect(await atGateway(paid)).toBe('A-2');
  });
});

describe('a reference in doubt', () => {
  const waiting = async (paymentId: string) => {
    const { refNrs } = await listUnresolved(desk.deps, service);
    return refNrs.find(({ payment }) => payment.id === paymentId)?.pending ?? null;
  };
  const DAY = 86_400_000;

  test('stands among the unknown outcomes until the gateway is asked by itself', async () => {
    const paid = await pay(desk, 50_00);
    const counted = () => countAllUnresolved(desk.deps, service);
    const before = await counted();
    await fault('drop-before-effect');
    await change(paid.paymentId, 'A-2');
    expect(await counted()).toBe(before + 1);
    const { at } = (await detail(paid.paymentId)).refNrChange.pending ?? { at: 0 };
    expect(await waiting(paid.paymentId)).toMatchObject({ to: 'A-2', nextCheckAt: at + QUIET });

    await desk.advance(QUIET - 60_000);
    await sweepRefNrs(desk.deps);
    expect(await waiting(paid.paymentId)).not.toBeNull();
    await desk.advance(60_000);
    await sweepRefNrs(desk.deps);

    expect(await waiting(paid.paymentId)).toBeNull();
    expect(await counted()).toBeLessThanOrEqual(before);
    expect(await types(paid.paymentId)).toContain('ref-nr-kept');
  });

  test('is asked about once a day where the inquiry tells no reference', async () => {
    const untold = (inquiryTellsRefNr: boolean) =>
      desk.control('merchants', { merchantId: 'desk_demo', settings: { inquiryTellsRefNr } });
    await untold(false);
    const paid = await pay(desk, 50_00);
    await fault('drop-after-effect');
    await change(paid.paymentId, 'A-2');
    await desk.advance(QUIET);
    await sweepRefNrs(desk.deps);
    const { checkedAt } = await detail(paid.paymentId);
    expect(await waiting(paid.paymentId)).toMatchObject({ nextCheckAt: (checkedAt ?? 0) + DAY });

    expect(await sweepRefNrs(desk.deps)).toBe(0);
    await untold(true);
    await desk.advance(DAY);
    await sweepRefNrs(desk.deps);

    expect(await waiting(paid.paymentId)).toBeNull();
    expect((await detail(paid.paymentId)).refNr).toBe('A-2');
  });

  test('is not asked about again at once where the gateway is away, and never by who may not see it', async () => {
    const paid = await pay(desk, 50_00);
    await fault('drop-before-effect');
    await change(paid.paymentId, 'A-2');
    await desk.advance(QUIET);
    await desk.control('faults', { fault: 'inquiry-down', payId: paid.payId, count: 10 });

    expect(await sweepRefNrs(desk.deps)).toBe(1);
    expect(await sweepRefNrs(desk.deps)).toBe(0);

    const nobody = { ...service, memberships: [] };
    expect((await listUnresolved(desk.deps, nobody)).refNrs).toEqual([]);
    expect(await waiting(paid.paymentId)).not.toBeNull();
  });
});

test('nothing is sent when the database goes away before the wish is kept', async () => {
  const paid = await pay(desk, 50_00);
  await desk.database.stop();
  await expect(change(paid.paymentId, 'A-2')).rejects.toThrow();
  await desk.database.start();
  expect(await atGateway(paid)).toBe('A-1');
  expect((await detail(paid.paymentId)).refNrChange.pending).toBeNull();
});
