import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { House } from './house.ts';

/** A payment that the simulator and the product both know, authorized and ready to be captured. */
export type ReadyPayment = { readonly id: string; readonly amount: number };

const AT_ONCE = 8;
const LOOK_EVERY_MS = 200;
const LOOKS = 600;

/** Lets so many customers pay in a shop, and waits until the product has heard of all of them. */
export async function makePayments(house: House, count: number): Promise<readonly ReadyPayment[]> {
  const batch = `BENCH-${randomBytes(4).toString('hex')}`;
  const numbers = Array.from({ length: count }, (_, at) => at).values();
  const customer = async () => {
    for (const number of numbers) await pay(house, `${batch}-${number}`);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, customer));
  for (let look = 0; look < LOOKS; look++) {
    const { rows } = await house.deps.database.read.query<ReadyPayment>(
      `SELECT id, authorized AS amount FROM payments WHERE trans_id LIKE $1 AND status = 'authorized'
         AND merchant_id = 1 AND created_at > $2`,
      [`${batch}-%`, new Date(house.deps.clock.now() - 3_600_000)],
    );
    if (rows.length === count) return rows;
    await pause(LOOK_EVERY_MS);
  }
  throw new Error('the payments of the bench did not arrive');
}

async function pay({ desk }: House, transId: string): Promise<void> {
  const answer = await fetch(`${desk.simulatorUrl}/control/payments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      merchantId: 'desk_demo',
      amount: 4990,
      transId,
      outcome: 'approve',
      notifyUrl: `${desk.url}/callbacks/demo/notify`,
    }),
  });
  if (!answer.ok) throw new Error(`the simulator refused: ${await answer.text()}`);
}
