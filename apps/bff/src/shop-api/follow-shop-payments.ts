import type { Deps } from '../deps.ts';
import { startWorkLoop, type WorkLoop, workEach } from '../live/work-loop.ts';
import { followPayment } from '../payments/follow-payment.ts';
import { type AskedPayment, claimAsked, settleAsked } from './shop-payment-store.ts';

const AT_ONCE = 6;

/** Finds out by itself what became of payments that shops asked for. Any number of processes may run it. */
export function startFollowingShopPayments(deps: Deps): WorkLoop {
  return startWorkLoop(deps, {
    name: 'shop payments',
    wakes: ({ type }) => type === 'clock',
    work: () => followShopPayments(deps),
  });
}

/** One round: claims what is due and asks the gateway. Answers whether there may be more. */
export async function followShopPayments(deps: Deps): Promise<boolean> {
  const { clock, database, env } = deps;
  const due = await claimAsked(database.money, {
    now: clock.now(),
    wall: clock.wall(),
    leaseMs: 2 * env.gatewayTimeoutMs + 10_000,
    limit: AT_ONCE,
  });
  await workEach(deps, due, (asked) => followOne(deps, asked), {
    left: 'shop payment left as it is',
    about: ({ paymentId }) => ({ paymentId }),
  });
  return due.length === AT_ONCE;
}

async function followOne(deps: Deps, asked: AskedPayment): Promise<void> {
  const dueAt = await followPayment(deps, asked);
  await settleAsked(deps.database.money, asked, { now: deps.clock.now(), dueAt });
}
