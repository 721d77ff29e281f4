import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findConnection } from '../connections/find-connection.ts';
import { keyPurpose } from '../connections/open-connection.ts';
import { createLink } from '../links/create-link.ts';
import { followAttempts } from '../links/follow-attempts.ts';
import { startAttempt } from '../links/start-attempt.ts';
import { asking, decideOnPhone, linkFor } from '../links/testing.ts';
import { capturePayment } from '../payments/capture-payment.ts';
import { creditPayment } from '../payments/credit-payment.ts';
import { getPayment } from '../payments/get-payment.ts';
import { type Desk, openDesk, pay } from '../payments/testing.ts';
import { addPerson } from '../payments/testing-person.ts';
import type { Person } from '../sessions/person.ts';

let desk: Desk;
let manager: Person;

beforeAll(async () => {
  desk = await openDesk();
  manager = await addPerson(desk, 'manager');
});
afterAll(() => desk.close());

/** Lets both sides of `demo` speak AES with this key. */
async function useAes(key: string): Promise<void> {
  const settings = { cipher: 'aes', cipherKey: key };
  await desk.control('merchants', { merchantId: 'desk_demo', settings });
  const sealed = desk.deps.secrets.seal(keyPurpose.cipher(desk.connectionId), key);
  await desk.deps.database.money.query(
    `UPDATE gateway_connections SET cipher = 'aes', cipher_key = $2, version = version + 1
     WHERE id = $1`,
    [desk.connectionId, sealed],
  );
}

describe.each([16, 24, 32])('a connection that speaks AES with a key of %d bytes', (bytes) => {
  beforeAll(() => useAes('k9'.repeat(bytes / 2)));

  test('takes a notification, captures and refunds', async () => {
    const { paymentId } = await pay(desk, 50_00);
    const wish = { paymentId, amount: 50_00, key: randomUUID() };
    const captured = await capturePayment(desk.deps, manager, { ...wish, closeRest: false });
    expect(captured.operation.state).toBe('succeeded');
    const refund = { ...wish, key: randomUUID(), reason: 'return' } as const;
    expect((await creditPayment(desk.deps, manager, refund)).payment.status).toBe('refunded');
  });

  test('takes a customer to the gateway, and learns of the payment by inquiry', async () => {
    const link = await createLink(desk.deps, asking(manager), linkFor(desk.deps.clock.now()));
    const redirect = await startAttempt(desk.deps, link);
    await decideOnPhone(desk, redirect ?? '', 'approve');
    await desk.advance(3_600_000);
    while (await followAttempts(desk.deps));
    const { rows } = await desk.deps.database.read.query<{ payment_id: string }>(
      'SELECT payment_id FROM link_attempts WHERE link_id = $1',
      [link.id],
    );
    const payment = await getPayment(desk.deps, manager, rows[0]?.payment_id ?? '');
    expect(payment).toMatchObject({ status: 'authorized', authorized: 59_00 });
  });
});

test('a connection with another key than the gateway reads nothing and believes nothing', async () => {
  await useAes('k9'.repeat(8));
  const settings = { cipher: 'aes', cipherKey: 'another-key-0016' };
  await desk.control('merchants', { merchantId: 'desk_demo', settings });
  const connection = await findConnection(desk.deps, desk.deps.database.money, { slug: 'demo' });
  expect(connection?.cipherKind).toBe('aes');
  await expect(pay(desk, 50_00)).rejects.toThrow();
});
