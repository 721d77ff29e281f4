import { randomUUID } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { createApp } from '../app.ts';
import { listen } from '../house/listen.ts';
import { addPerson } from '../payments/testing-person.ts';
import { openSession } from '../sessions/open-session.ts';
import { addPayments, paymentIdOf } from './many-payments.ts';
import { openPlainDesk } from './testing-desk.ts';

const CAPTURES = 20;

let desk: Awaited<ReturnType<typeof openPlainDesk>>;
afterEach(() => desk.close());

test('C10: told to stop while 20 captures wait for the gateway, each hears its end before the door shuts', async () => {
  let arrived = 0;
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
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
  await addPayments(deps.database.money, connectionId, CAPTURES, clock.now());
  const clerk = await addPerson(desk, 'shipping');
  const token = await openSession(deps, clerk.id, null);
  const port = 20_000 + (process.pid % 20_000);
  const door = await listen(port, true);
  door.open(createApp(deps));
  const capture = async (at: number) => {
    const answer = await fetch(`http://127.0.0.1:${port}/trpc/payments.capture`, {
      method: 'POST',
      headers: {
        'x-paygate-desk': '1',
        'content-type': 'application/json',
        cookie: `desk_session=${token}`,
      },
      body: JSON.stringify({
        paymentId: paymentIdOf(at),
        amount: 50_00,
        closeRest: false,
        key: randomUUID(),
      }),
    });
    return answer.json();
  };

  const captures = Array.from({ length: CAPTURES }, (_, at) => capture(at + 1));
  await expect.poll(() => arrived, { timeout: 15_000 }).toBe(CAPTURES);
  const stopped = door.close();
  await expect(fetch(`http://127.0.0.1:${port}/health`)).rejects.toThrow();
  letGo();
  const answers = await Promise.all(captures);
  await stopped;

  for (const answer of answers) {
    expect(answer).toMatchObject({ result: { data: { operation: { state: 'succeeded' } } } });
  }
  expect(await desk.states()).toEqual({ succeeded: CAPTURES });
});
