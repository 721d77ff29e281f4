import { readConnection } from '../connections/find-connection.ts';
import type { Deps } from '../deps.ts';
import { claimRefNrsInDoubt } from './ref-nr-doubt-store.ts';
import { refreshPayment } from './refresh-payment.ts';
import { releaseSweep } from './sweep-store.ts';

/** After an inquiry that told nothing. */
const AGAIN_MS = 3_600_000;
const A_ROUND = 5;

/**
 * Asks about payments of which nobody knows which reference the gateway has: once it can be said that
 * it was not changed, and daily where the inquiry tells none. Answers how many were asked about.
 */
export async function sweepRefNrs(deps: Deps): Promise<number> {
  const { clock, database, env, log } = deps;
  const due = await claimRefNrsInDoubt(database.read, {
    now: clock.now(),
    wall: clock.wall(),
    quietMs: env.quietPeriodMs,
    leaseMs: AGAIN_MS,
    limit: A_ROUND,
  });
  for (const payment of due) {
    try {
      const connection = await readConnection(deps, database.read, payment.connectionId);
      const kind = await refreshPayment(deps, connection, payment);
      // Where the gateway did not tell, the lease keeps the next round away from it.
      if (kind === 'amounts') await releaseSweep(database.read, payment);
    } catch (error) {
      log.error({ err: error, paymentId: payment.id }, 'reference in doubt: left as it is');
    }
  }
  return due.length;
}
