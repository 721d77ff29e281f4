import { readConnection } from '../connections/find-connection.ts';
import type { Deps } from '../deps.ts';
import { startWorkLoop, type WorkLoop, workEach } from '../live/work-loop.ts';
import type { Payment } from './payment.ts';
import { refreshPayment } from './refresh-payment.ts';
import { sweepRefNrs } from './sweep-ref-nrs.ts';
import { claimForSweep, markSwept, selectLongestAgo } from './sweep-store.ts';

const DAY_MS = 86_400_000;
/** After an inquiry that told nothing. */
const AGAIN_MS = 3_600_000;
const ROUNDS_A_SECOND = 2;

/**
 * Asks about every payment that can still move money once a day, so that what was done elsewhere is
 * found although nobody told us. Each payment comes due a day after it was last asked about, which
 * spreads them over the day as they came. Where a day has more of them than `sweepPerSecond` allows, those
 * that can be captured stay daily and the others take longer. Any number of processes may run it.
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

/** One round, half a second's worth of payments at the same time. Answers how many there were. */
export async function sweepPayments(deps: Deps): Promise<number> {
  const { clock, database, env } = deps;
  const now = clock.now();
  const due = await claimForSweep(database.read, {
    now,
    since: now - DAY_MS,
    wall: clock.wall(),
    leaseMs: 3 * env.gatewayTimeoutMs + 10_000,
    limit: Math.floor(env.sweepPerSecond / ROUNDS_A_SECOND),
  });
  await workEach(deps, due, (payment) => sweepOne(deps, payment), {
    left: 'sweep: payment left as it is',
    about: ({ id }) => ({ paymentId: id }),
  });
  return due.length;
}

/** By how much (ms) the daily look is late for the payment that waits longest; 0 while it is on time. */
export async function sweepDelay({
  clock,
  database,
}: Pick<Deps, 'clock' | 'database'>): Promise<number> {
  const now = clock.now();
  const longestAgo = await selectLongestAgo(database.read, now);
  return longestAgo === null ? 0 : Math.max(0, now - DAY_MS - longestAgo);
}

async function sweepOne(deps: Deps, payment: Payment): Promise<void> {
  const { clock, database } = deps;
  const connection = await readConnection(deps, database.read, payment.connectionId);
  const at = clock.now();
  const kind = await refreshPayment(deps, connection, payment);
  await markSwept(database.read, payment, kind === 'amounts' ? at : at - DAY_MS + AGAIN_MS);
}
