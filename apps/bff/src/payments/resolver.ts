import type { Deps } from '../deps.ts';
import { inquireUnrecorded } from '../gateway/inquire-gateway.ts';
import { recordCalls, type StoredCall } from '../gateway/record-call.ts';
import { startWorkLoop, type WorkLoop } from '../live/work-loop.ts';
import { inTransaction } from '../storage/database.ts';
import { cancelOperation } from './cancel-operation.ts';
import {
  claimDueOperations,
  giveBack,
  keepWaiting,
  postpone,
  type Waiting,
} from './due-operation-store.ts';
import { type DueOperation, openDueOperations } from './due-operations.ts';
import { inFlight } from './in-flight.ts';
import { judgeInquiry } from './judge-inquiry.ts';
import { markAllChecked } from './learn-payment-store.ts';
import type { Payment } from './payment.ts';
import { concludeLook } from './resolve-operation.ts';

/** Operations of one round, and questions to the gateway at the same time. */
const A_ROUND = 200;
const AT_ONCE = 10;
const LOOK_AGAIN_MS = 1_000;

/**
 * Ends by itself whatever was left open: reserved operations that were never sent are cancelled,
 * sent ones without an outcome are inquired when they are due. Any number of processes may run it.
 */
export function startResolver(deps: Deps): WorkLoop {
  return startWorkLoop(deps, {
    name: 'resolver',
    wakes: ({ type }) => type === 'clock',
    work: () => resolveDueOperations(deps),
  });
}

/** What a round keeps at its end, in one transaction for all of it. */
type Round = {
  readonly calls: StoredCall[];
  readonly waiting: Waiting[];
  readonly checked: Payment[];
};

/** One round: claims what is due and deals with it. Answers whether there may be more. */
export async function resolveDueOperations(deps: Deps): Promise<boolean> {
  const { clock, env, database, log } = deps;
  const refs = await claimDueOperations(database.money, {
    now: clock.now(),
    wall: clock.wall(),
    leaseMs: 2 * env.gatewayTimeoutMs + 10_000,
    limit: A_ROUND,
  });
  if (refs.length === 0) return false;
  const due = [...(await openDueOperations(deps, refs))].reverse();
  const round: Round = { calls: [], waiting: [], checked: [] };
  // A question that is put later could be answered after the lease.
  const askUntil = clock.wall() + env.gatewayTimeoutMs;

  const work = async (): Promise<void> => {
    for (let one = due.pop(); one !== undefined; one = due.pop()) {
      try {
        await resolveOne(deps, one, round);
      } catch (error) {
        const operationId = one.operation.id;
        log.error({ err: error, operationId }, 'resolver: operation left as it is');
      }
      if (clock.wall() > askUntil) return;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  await keep(deps, round);
  if (due.length > 0) {
    await giveBack(
      database.money,
      due.map(({ operation }) => operation),
    );
  }
  return refs.length === A_ROUND || due.length > 0;
}

async function resolveOne(
  deps: Deps,
  { operation, payment, connection }: DueOperation,
  { calls, waiting, checked }: Round,
): Promise<void> {
  const { database, clock } = deps;
  // What is on its way here ends here; its answer settles more than an inquiry could.
  if (inFlight.has(operation.id)) {
    return postpone(database.money, operation, clock.now() + LOOK_AGAIN_MS);
  }
  if (operation.state === 'requested') {
    return cancelOperation(deps, connection, operation, 'not-sent');
  }
  if (operation.state !== 'sending' && operation.state !== 'unknown') {
    return postpone(database.money, operation, null);
  }

  const askedAt = clock.now();
  const { outcome, call } = await inquireUnrecorded(deps, connection, payment, operation.id);
  if (call !== null) calls.push(call);
  const look = { inquiry: outcome, askedAt };
  const { evidence, entry, dueAt } = judgeInquiry(deps, connection, operation, look);
  if (evidence !== 'unreachable' && evidence !== 'no-change-yet') {
    return concludeLook(deps, connection, operation, look);
  }
  waiting.push({ ref: operation, entry, dueAt });
  if (evidence === 'no-change-yet') checked.push(payment);
}

/** Most looks prove nothing yet: what they leave is written together. */
async function keep(deps: Deps, { calls, waiting, checked }: Round): Promise<void> {
  await inTransaction(deps.database.money, async (sql) => {
    await recordCalls(sql, calls);
    if (checked.length > 0) await markAllChecked(sql, checked, deps.clock.now());
    if (waiting.length > 0) await keepWaiting(sql, waiting);
  });
}
