import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { House } from '../house/house.ts';
import type { ReadyPayment } from '../house/make-payments.ts';

type Moved = { readonly operation: { readonly state: string } };

/** How long each capture took from click to answer, ms, and how many did not succeed. */
export type Captures = { readonly times: readonly number[]; readonly failed: number };

/** One person who begins a capture every so many ms, for so many seconds or until there is no payment left. */
export async function captureBeside(
  { manager }: House,
  payments: readonly ReadyPayment[],
  { everyMs, seconds }: { readonly everyMs: number; readonly seconds: number },
): Promise<Captures> {
  const until = performance.now() + seconds * 1000;
  const times: number[] = [];
  let failed = 0;
  for (const { id, amount } of payments) {
    const started = performance.now();
    if (started > until) break;
    const wish = { paymentId: id, amount, closeRest: false, key: randomUUID() };
    const state = await manager.mutate<Moved>('payments.capture', wish).then(
      ({ operation }) => operation.state,
      (error: unknown) => String(error),
    );
    const took = performance.now() - started;
    times.push(took);
    if (state !== 'succeeded') {
      failed += 1;
      process.stderr.write(`… a capture ended: ${state}\n`);
    }
    if (took < everyMs) await pause(everyMs - took);
  }
  return { times, failed };
}
