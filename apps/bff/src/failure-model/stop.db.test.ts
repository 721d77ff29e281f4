import { randomUUID } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { createApp } from '../app.ts';
import { listen } from '../house/listen.ts';
import { addPerson } from '../payments/testing-person.ts';
import { openSession } from '../sessions/open-session.ts';
import { freePort } from '../torture/free-port.ts';
import { addPayments, paymentIdOf } from './many-payments.ts';
import { testPatience, times } from './repetitions.ts';
import { openPlainDesk } from './testing-desk.ts';

const CAPTURES = 20;
const STOPS = times({ usual: 3, full: 200 });

let desk: Awaited<ReturnType<typeof openPlainDesk>>;
afterEach(() => desk.close());

test('C10: told to stop while 20 captures wait for the gateway, each hears its end before the door shuts, start after start', async () => {
  let arrived = 0;
  let letGo: () => void = () => undefined;
  let held = Promise.resolve();
  desk = await openPlainDesk(
    async ({ path }) => {
      if (path === '/capture.aspx') {
        arrived += 1;
        await held;
      }
      return { auth: 50_00, cap: 0, cred: 0 };
    },
    { GATEWAY_TIMEOUT_MS: '20000' },
  );
  const { deps, connectionId, clock } = desk;
  await addPayments(deps.database.money, connectionId, STOPS * CAPTURES, clock.now());
  const clerk = await addPerson(desk, 'shipping');
  const token = await openSession(deps, clerk.id, null);
  const port = await freePort();
  const capture = async (number: number) => {
    const answer = await fetch(`http://127.0.0.1:${port}/trpc/payments.capture`, {
      method: 'POST',
      headers: {
        'x-paygate-desk': '1',
        'content-type': 'application/json',
        cookie: `desk_session=${token}`,
      },
      body: JSON.stringify({
        paymentId: paymentIdOf(number),
        amount: 50_00,
        closeRest: false,
        key: randomUUID(),
      }),
    });
    return answer.json();
  };

  for (let stop = 0; stop < STOPS; stop += 1) {
    arrived = 0;
    held = new Promise((resolve) => {
      letGo = resolve;
    });
    const door = await listen(port, true);
    door.open(createApp(deps));

    const early: unknown[] = [];
    const captures = Array.from({ length: CAPTURES }, async (_, at) => {
      const answer = await capture(stop * CAPTURES + at + 1).catch(String);
      early.push(answer);
      return answer;
    });
    await expect
      .poll(() => ({ arrived, early }), { timeout: testPatience() / 2 })
      .toEqual({
        arrived: CAPTURES,
        early: [],
      });
    const stopped = door.close();
    await expect(fetch(`http://127.0.0.1:${port}/health`)).rejects.toThrow();
    letGo();
    for (const answer of await Promise.all(captures)) {
      expect(answer).toMatchObject({ result: { data: { operation: { state: 'succeeded' } } } });
    }
    await stopped;
  }

  expect(await desk.states()).toEqual({ succeeded: STOPS * CAPTURES });
});
