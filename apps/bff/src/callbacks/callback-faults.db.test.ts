import { randomUUID } from 'node:crypto';
import { sealNotification } from 'paygate-core/notification';
import { createCipher } from 'paygate-core/wire';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findConnection } from '../connections/find-connection.ts';
import type { GatewayConnection } from '../connections/gateway-connection.ts';
import { times } from '../failure-model/repetitions.ts';
import { capturePayment } from '../payments/capture-payment.ts';
import { getPayment } from '../payments/get-payment.ts';
import { resolveDueOperations } from '../payments/resolver.ts';
import { startPayment } from '../payments/start-payment.ts';
import { type Desk, openDesk, pay } from '../payments/testing.ts';
import { addPerson } from '../payments/testing-person.ts';
import type { Person } from '../sessions/person.ts';
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
let connection: GatewayConnection;
beforeAll(async () => {
  desk = await openDesk();
  manager = await addPerson(desk, 'manager');
  const found = await findConnection(desk.deps, desk.deps.database.read, { slug: 'demo' });
  if (found === null) throw new Error('no connection');
  connection = found;
});
afterAll(() => desk.close());

type Said = { readonly payId: string; readonly transId: string; status?: string; code?: string };

/** A genuine message arrives at one of the doors. */
const tell = async (
  { payId, transId, status = 'AUTHORIZE_REQUEST', code = '00000000' }: Said,
  kind: 'notify' | 'success' | 'failure' = 'notify',
) => {
  const { len, data } = sealNotification(credentials, [
    ['PayID', payId],
    ['TransID', transId],
    ['Status', status],
    ['Code', code],
    ['Description', randomUUID()],
  ]);
  const verdict = await receiveCallback(desk.deps, connection, kind, `Len=${len}&Data=${data}`);
  expect(verdict).toMatchObject({ stored: true });
};

const workOff = async () => {
  while (await processCallbacks(desk.deps));
};
const shown = (paymentId: string) => getPayment(desk.deps, manager, paymentId);
const wish = (paymentId: string, amount: number) => ({
  paymentId,
  amount,
  closeRest: false,
  key: randomUUID(),
});

test('N02 messages in any order leave the same payment', async () => {
  const failed = { status: 'FAILED', code: '20000100' };
  const late = [{ ...failed, code: '20000200' }, { status: 'AUTHORIZED' }];
  const said = [{}, { status: 'OK' }, failed, { ...failed, code: '20000931' }, ...late];
  const ends = new Set<string>();
  for (const order of permutations(said.slice(0, times({ usual: 4, full: 6 })))) {
    const { payId, transId, paymentId } = await pay(desk, 40_00);
    for (const words of order) {
      await tell({ payId, transId, ...words });
      await workOff();
    }
    const { status, authorized, captured, refunded, events } = await shown(paymentId);
    const types = events.map(({ type }) => type);
    ends.add(JSON.stringify({ status, authorized, captured, refunded, types }));
  }
  expect([...ends]).toHaveLength(1);
});

test('N03 a failure replayed to any door is success nowhere, and success at the failure door no failure', async () => {
  const started = async () => {
    const transId = `T-${randomUUID().slice(0, 18)}`;
    const told: unknown = await desk.control('payments', {
      merchantId: 'desk_demo',
      transId,
      amount: 20_00,
      outcome: 'decline',
    });
    return { payId: (told as { payId: string }).payId, transId };
  };
  for (let trial = 0; trial < times({ usual: 5, full: 20 }); trial += 1) {
    const ids = await started();
    for (const kind of ['notify', 'success', 'failure'] as const) {
      await tell({ ...ids, status: 'FAILED', code: '20000100' }, kind);
    }
    await tell({ ...ids, status: 'OK' }, 'success');
    await workOff();
    const { rows } = await desk.deps.database.read.query(
      'SELECT status, authorized, captured FROM payments WHERE pay_id = $1',
      [ids.payId],
    );
    expect(rows).toEqual([{ status: 'failed', authorized: 0, captured: 0 }]);
  }
});

test('N04 a replayed success settles no capture in doubt: its fate follows the ledger', async () => {
  for (let trial = 0; trial < times({ usual: 12, full: 200 }); trial += 1) {
    const isExecuted = trial % 2 === 0;
    const { payId, transId, paymentId } = await pay(desk, 30_00);
    const fault = isExecuted ? 'drop-after-effect' : 'drop-before-effect';
    await desk.control('faults', { fault, endpoint: 'capture', payId });
    const { operation } = await capturePayment(desk.deps, manager, wish(paymentId, 10_00));
    expect(operation.state).toBe('unknown');

    await tell({ payId, transId, status: 'OK' });
    await workOff();
    expect((await shown(paymentId)).operations.at(-1)?.state).toBe('unknown');
    await desk.advance(11 * MINUTE);
    while (await resolveDueOperations(desk.deps));

    const state = isExecuted ? 'succeeded' : 'not_executed';
    expect((await shown(paymentId)).operations.at(-1)?.state).toBe(state);
    const captures = (await desk.ledger(payId)).filter(({ kind }) => kind === 'capture');
    expect(captures).toHaveLength(isExecuted ? 1 : 0);
  }
});

test('N05 a notification that overtakes our own answer enters nothing twice', async () => {
  for (let trial = 0; trial < times({ usual: 30, full: 1000 }); trial += 1) {
    const { payId, transId, paymentId } = await pay(desk, 30_00);
    const told = tell({ payId, transId, status: 'OK' }).then(workOff);
    const [{ operation }] = await Promise.all([
      capturePayment(desk.deps, manager, wish(paymentId, 10_00)),
      told,
    ]);
    expect(operation.state).toBe('succeeded');
    await workOff();
    const { captured, events } = await shown(paymentId);
    expect(captured).toBe(10_00);
    expect(events.filter(({ type }) => type === 'captured')).toHaveLength(1);
    expect(events.filter(({ type }) => type === 'external-capture')).toEqual([]);
  }
});

test('N06 a hundred genuine messages about payments nobody knows are all kept', async () => {
  const { database } = desk.deps;
  const before = await database.read.query('SELECT 1 FROM callback_inbox');
  for (let trial = 0; trial < 100; trial += 1) {
    const payId = randomUUID().replaceAll('-', '');
    await tell({ payId, transId: `T-${trial}` });
  }
  const after = await database.read.query('SELECT 1 FROM callback_inbox');
  expect((after.rowCount ?? 0) - (before.rowCount ?? 0)).toBe(100);
});

test('N10 nothing can be done to a payment before its first notification was stored', async () => {
  const transId = `T-${randomUUID().slice(0, 18)}`;
  const { paymentId } = await startPayment(desk.deps, connection, {
    transId,
    amount: 10_00,
    refNr: 'A-1',
    orderDesc: 'Order',
    callbackBase: 'http://localhost:3000',
  });
  await expect(capturePayment(desk.deps, manager, wish(paymentId, 10_00))).rejects.toThrow(
    'nothing-left',
  );
  const { allowedActions } = await shown(paymentId);
  expect(allowedActions.every(({ allowed }) => !allowed)).toBe(true);
});

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, at) =>
    permutations(items.toSpliced(at, 1)).map((rest) => [item, ...rest]),
  );
}
