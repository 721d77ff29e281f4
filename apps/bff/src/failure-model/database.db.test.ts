import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, inject, test } from 'vitest';
import { createApp } from '../app.ts';
import { capturePayment } from '../payments/capture-payment.ts';
import { checkPayment } from '../payments/check-payment.ts';
import { getPayment } from '../payments/get-payment.ts';
import { resolveDueOperations } from '../payments/resolver.ts';
import { type Desk, openDesk, pay } from '../payments/testing.ts';
import { addPerson } from '../payments/testing-person.ts';
import { openSession } from '../sessions/open-session.ts';
import { openDatabase } from '../storage/database.ts';
import { withOwner } from '../storage/owner-connection.ts';
import { type Cut, startCuttingLine } from './cutting-line.ts';
import { addPayments, paymentIdOf } from './many-payments.ts';
import { openPlainDesk } from './testing-desk.ts';

const MINUTE = 60_000;
const untouched = { auth: 50_00, cap: 0, cred: 0 };
const wish = (paymentId: string) => ({
  paymentId,
  amount: 50_00,
  closeRest: false,
  key: randomUUID(),
});

type Closing = { close(): unknown };
let open: Closing[] = [];
afterEach(async () => {
  for (const one of open.reverse()) await one.close();
  open = [];
});

function closing<T extends Closing>(opened: T): T {
  open.push(opened);
  return opened;
}

/** Captures `count` payments over a line that is cut at COMMITs as `next` says; every error is asked about again. */
async function captureOverCuts(count: number, next: () => Cut | null) {
  const desk = closing(await openPlainDesk(() => untouched));
  const person = await addPerson(desk, 'manager');
  await addPayments(desk.deps.database.money, desk.connectionId, count, desk.clock.now());
  const line = closing(await startCuttingLine(desk.appUrl, next));
  const database = closing(openDatabase(line.url));
  const deps = { ...desk.deps, database };

  for (let number = 1; number <= count; number++) {
    const one = wish(paymentIdOf(number));
    await capturePayment(deps, person, one).catch(() => undefined);
  }
  const sent = desk.gateway.seen.filter(({ path }) => path === '/capture.aspx');
  return { desk, sent };
}

describe('C02: a COMMIT whose outcome nobody is told', () => {
  test('done and cut off 500 times: each capture is sent once and is in the books', async () => {
    let cuts = 0;
    const { desk, sent } = await captureOverCuts(170, () => {
      cuts++;
      return 'after';
    });

    expect(cuts).toBeGreaterThanOrEqual(500);
    expect(new Set(sent.map(({ payId }) => payId)).size).toBe(170);
    expect(sent).toHaveLength(170);
    expect(await desk.states()).toEqual({ succeeded: 170 });
  }, 240_000);

  test('C03: cut off before it, nothing is sent without a claim that the database has', async () => {
    let commits = 0;
    // The second COMMIT of a capture is its claim.
    const { desk, sent } = await captureOverCuts(60, () => (++commits % 2 === 0 ? 'before' : null));

    expect(sent).toHaveLength(0);
    expect(await desk.states()).toEqual({ requested: 60 });
    desk.clock.move(MINUTE);
    while (await resolveDueOperations(desk.deps));
    expect(await desk.states()).toEqual({ cancelled: 60 });
  }, 240_000);
});

test('C04: what was captured after the backup is found at the gateway, all of it', async () => {
  const desk: Desk = closing(await openDesk());
  const manager = await addPerson(desk, 'manager');
  const payments = [];
  for (let at = 0; at < 12; at++) payments.push(await pay(desk, 50_00));
  const name = new URL(desk.appUrl).pathname.slice(1);
  const backup = `${name}_backup`;
  await desk.database.stop();
  await withOwner(inject('postgres').adminUrl, async (client) => {
    await client.query(`CREATE DATABASE ${backup} TEMPLATE ${name} OWNER desk_owner`);
  });
  await desk.database.start();
  for (const { paymentId } of payments.slice(0, 8)) {
    await capturePayment(desk.deps, manager, wish(paymentId));
  }

  const url = new URL(desk.appUrl);
  url.pathname = `/${backup}`;
  const restored = { ...desk.deps, database: openDatabase(url.href) };
  const found = [];
  for (const { paymentId } of payments) {
    const { payment } = await checkPayment(restored, manager, paymentId);
    found.push(payment.captured);
  }
  const { events } = await getPayment(restored, manager, payments[0]?.paymentId ?? '');
  await restored.database.close();
  await withOwner(inject('postgres').adminUrl, async (client) => {
    await client.query(`DROP DATABASE ${backup} WITH (FORCE)`);
  });

  expect(found).toEqual([...Array(8).fill(50_00), ...Array(4).fill(0)]);
  expect(events.at(-1)).toMatchObject({ type: 'external-capture', amount: 50_00 });
}, 120_000);

describe('C05: the money path keeps its connections', () => {
  test('a capture over HTTP works while every connection for reading is taken', async () => {
    const desk: Desk = closing(await openDesk());
    const manager = await addPerson(desk, 'manager');
    const { paymentId } = await pay(desk, 50_00);
    const token = await openSession(desk.deps, manager.id, null);
    const server = createServer(createApp(desk.deps));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const { read, callback } = desk.deps.database;
    const held = await Promise.all([
      ...Array.from({ length: read.options.max }, () => read.connect()),
      ...Array.from({ length: callback.options.max }, () => callback.connect()),
    ]);

    const answer = await fetch(`http://127.0.0.1:${port}/trpc/payments.capture`, {
      method: 'POST',
      headers: {
        'x-paygate-desk': '1',
        'content-type': 'application/json',
        cookie: `desk_session=${token}`,
      },
      body: JSON.stringify(wish(paymentId)),
    });

    expect(await answer.json()).toMatchObject({
      result: { data: { operation: { state: 'succeeded' } } },
    });
    for (const client of held) client.release();
    server.closeAllConnections();
    server.close();
  });

  test('no statement, lock or idle transaction holds one for longer than seconds', async () => {
    const desk: Desk = closing(await openDesk());
    const { money, read, callback, session } = desk.deps.database;

    expect([money, read, callback, session].map(({ options }) => options.max)).toEqual([
      5, 10, 3, 3,
    ]);
    for (const pool of [money, read, callback, session]) {
      const limits = [];
      for (const name of ['statement', 'lock', 'idle_in_transaction_session']) {
        const { rows } = await pool.query<Record<string, string>>(`SHOW ${name}_timeout`);
        limits.push(rows[0]?.[`${name}_timeout`]);
      }
      expect(limits).toEqual(['5s', '2s', '10s']);
    }
  });
});

describe('C06: a full disk', () => {
  /** Lets the database refuse what matches with the error of a full disk, while `work` runs. */
  async function whileFull(desk: Desk, when: string, work: () => Promise<unknown>) {
    await withOwner(desk.ownerUrl, async (client) => {
      await client.query(`CREATE FUNCTION no_space() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device'
           USING ERRCODE = '53100'; END $$`);
      await client.query(`CREATE TRIGGER no_space BEFORE INSERT OR UPDATE ON operations
        FOR EACH ROW WHEN (${when}) EXECUTE FUNCTION no_space()`);
    });
    await work();
    await withOwner(desk.ownerUrl, async (client) => {
      await client.query('DROP FUNCTION no_space CASCADE');
    });
  }

  test.each([
    ['before the reservation', `NEW.state = 'requested'`, 0, null],
    ['before the claim', `NEW.state = 'sending'`, 0, 'cancelled'],
    ['before the record', `NEW.state = 'succeeded'`, 1, 'succeeded'],
  ])(
    '%s sends nothing that is not claimed, and all is well once there is space',
    async (_, when, captures, state) => {
      const desk: Desk = closing(await openDesk());
      const manager = await addPerson(desk, 'manager');
      const { paymentId, payId } = await pay(desk, 50_00);

      await whileFull(desk, when, async () => {
        const failed = capturePayment(desk.deps, manager, wish(paymentId));
        await expect(failed).rejects.toMatchObject({ code: '53100' });
      });
      await desk.advance(MINUTE + 1000);
      while (await resolveDueOperations(desk.deps));

      const steps = (await desk.ledger(payId)).filter(({ kind }) => kind === 'capture');
      expect(steps).toHaveLength(captures);
      const { operations } = await getPayment(desk.deps, manager, paymentId);
      expect(operations[0]?.state ?? null).toBe(state);
    },
  );
});
