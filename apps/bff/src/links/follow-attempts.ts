import type { Deps } from '../deps.ts';
import { startWorkLoop, type WorkLoop, workEach } from '../live/work-loop.ts';
import { followPayment } from '../payments/follow-payment.ts';
import { type Attempt, claimAttempts, settleAttempt } from './attempt-store.ts';

const AT_ONCE = 6;

/** Finds out by itself what became of attempts to pay. Any number of processes may run it. */
export function startFollowingAttempts(deps: Deps): WorkLoop {
  return startWorkLoop(deps, {
    name: 'link attempts',
    wakes: ({ type }) => type === 'clock' || type === 'link',
    work: () => followAttempts(deps),
  });
}

/** One round: claims what is due and asks the gateway. Answers whether there may be more. */
export async function followAttempts(deps: Deps): Promise<boolean> {
  const { clock, database, env } = deps;
  const due = await claimAttempts(database.money, {
    now: clock.now(),
    wall: clock.wall(),
    leaseMs: 2 * env.gatewayTimeoutMs + 10_000,
    limit: AT_ONCE,
  });
  await workEach(deps, due, (attempt) => followOne(deps, attempt), {
    left: 'link attempt left as it is',
    about: ({ linkId }) => ({ linkId }),
  });
  return due.length === AT_ONCE;
}

async function followOne(deps: Deps, attempt: Attempt): Promise<void> {
  const dueAt = await followPayment(deps, attempt);
  await settleAttempt(deps.database.money, attempt, { now: deps.clock.now(), dueAt });
}
