import { readConnection } from '../connections/find-connection.ts';
import type { Deps } from '../deps.ts';
import { startWorkLoop, type WorkLoop } from '../live/work-loop.ts';
import type { Payment } from './payment.ts';
import { refreshPayment } from './refresh-payment.ts';
import { sweepRefNrs } from './sweep-ref-nrs.ts';
import { claimForSweep, markSwept } from './sweep-store.ts';

const DAY_MS = 86_400_000;
/** After an inquiry that told nothing. */
const AGAIN_MS = 3_600_000;
/** A round every half second: ten inquiries a second of one process at most. */
const A_ROUND = 5;

/**
 * Asks about every payment that can still move money once a day, so that what was done elsewhere is
 * found although nobody told us. Each payment comes due a day after it was last asked about, which
 * spreads them over the day as they came. Any number of processes may run it.
 */
export function startSweep(deps: Deps, mayRun: () => boolean): WorkLoop {
  return startWorkLoop(deps, {
    name: 'sweep',
    wakes: () => false,
    work: async () => {
      if (mayRun()) {
        await sweepRefNrs(deps);
        await sweepPayments(deps);
      }
      // Never at once: after an outage, or a jump of the clock, everything is due.
      return false;
    },
  });
}

/** One round of at most five payments, one after the other. Answers how many there were. */
export async function sweepPayments(deps: Deps): Promise<number> {
  const { clock, database, env, log } = deps;
  const now = clock.now();
  const due = await claimForSweep(database.read, {
    now,
    since: now - DAY_MS,
    wall: clock.wall(),
    leaseMs: A_ROUND * (3 * env.gatewayTimeoutMs + 10_000),
    limit: A_ROUND,
  });
  for (const payment of due) {
    try {
      await sweepOne(deps, payment);
    } catch (error) {
      log.error({ err: error, paymentId: payment.id }, 'sweep: payment left as it is');
    }
  }
  return due.length;
}

async function sweepOne(deps: Deps, payment: Payment): Promise<void> {
  const { clock, database } = deps;
  const connection = await readConnection(deps, database.read, payment.connectionId);
  const kind = await refreshPayment(deps, connection, payment);
  const at = clock.now();
  await markSwept(database.read, payment, kind === 'amounts' ? at : at - DAY_MS + AGAIN_MS);
}
