import { recordAudit } from '../audit/record-audit.ts';
import { findConnection } from '../connections/find-connection.ts';
import type { Deps } from '../deps.ts';
import { startWorkLoop, type WorkLoop, workEach } from '../live/work-loop.ts';
import { nextRepeatAt } from '../repeat-schedule.ts';
import { inTransaction } from '../storage/database.ts';
import { claimForwards, type DueForward, settleForward } from './forward-store.ts';
import { type PassedOn, passOn } from './pass-on.ts';

const AT_ONCE = 12;
const OF_ONE_SHOP = 4;
const TIMEOUT_MS = 10_000;

/** Passes notifications on in any number of processes, on the pool of the callbacks alone. */
export function startForwardWorker(deps: Deps): WorkLoop {
  return startWorkLoop(deps, {
    name: 'forward worker',
    wakes: ({ type }) => type === 'callback' || type === 'clock',
    work: () => forwardCallbacks(deps),
  });
}

/** One round: claims what is due and passes it on. Answers whether there may be more. */
export async function forwardCallbacks(
  deps: Deps,
  { timeoutMs = TIMEOUT_MS }: { readonly timeoutMs?: number } = {},
): Promise<boolean> {
  const { clock, database } = deps;
  const due = await claimForwards(database.callback, {
    now: clock.now(),
    wall: clock.wall(),
    leaseMs: timeoutMs + 20_000,
    limit: AT_ONCE,
    each: OF_ONE_SHOP,
  });
  await workEach(deps, due, (forward) => forwardOne(deps, forward, timeoutMs), {
    left: 'forward left as it is',
    about: ({ callbackId }) => ({ callback: callbackId }),
  });
  return due.length > 0;
}

async function forwardOne(deps: Deps, forward: DueForward, timeoutMs: number): Promise<void> {
  const { clock, database, env } = deps;
  // Asked at the time of sending: a shop that moved gets what waits for it at its new address.
  const connection = await findConnection(deps, database.callback, { id: forward.connectionId });
  const address = connection?.forwardTo ?? null;
  const passed: PassedOn | 'no-address' =
    address === null ? 'no-address' : await passOn(address, forward, { timeoutMs, demo: env.demo });

  const now = clock.now();
  const result = passed === 'no-address' ? { status: null, error: null } : passed;
  const isDone = result.status === 200;
  const dueAt = isDone || passed === 'no-address' ? null : nextRepeatAt(forward.attempts, now);
  const state = isDone ? 'done' : dueAt === null ? 'given-up' : 'pending';
  await inTransaction(database.callback, async (sql) => {
    const counted = await settleForward(sql, forward, { ...result, state }, { now, dueAt });
    if (!counted || state !== 'given-up') return;
    await recordAudit(sql, {
      merchantId: forward.merchantId,
      at: now,
      actorId: null,
      action: 'forward-given-up',
      subject: `callback:${forward.callbackId}`,
      details: { attempts: forward.attempts, status: result.status, error: result.error },
    });
  });
}
