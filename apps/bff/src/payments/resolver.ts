import { findConnection } from '../connections/find-connection.ts';
import type { Deps } from '../deps.ts';
import { startWorkLoop, type WorkLoop, workEach } from '../live/work-loop.ts';
import { cancelOperation } from './cancel-operation.ts';
import { claimDueOperations, postpone } from './due-operation-store.ts';
import { inFlight } from './in-flight.ts';
import type { OperationRef } from './operation.ts';
import { readOperation } from './operation-store.ts';
import { findPayment } from './payment-store.ts';
import { resolveOperation } from './resolve-operation.ts';

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

/** One round: claims what is due and deals with it. Answers whether there may be more. */
export async function resolveDueOperations(deps: Deps): Promise<boolean> {
  const { clock, env, database } = deps;
  const due = await claimDueOperations(database.money, {
    now: clock.now(),
    wall: clock.wall(),
    leaseMs: 2 * env.gatewayTimeoutMs + 10_000,
    limit: AT_ONCE,
  });
  await workEach(deps, due, (ref) => resolveOne(deps, ref), {
    left: 'resolver: operation left as it is',
    about: ({ id }) => ({ operationId: id }),
  });
  return due.length === AT_ONCE;
}

async function resolveOne(deps: Deps, ref: OperationRef): Promise<void> {
  const { database, clock } = deps;
  const sql = database.money;
  const operation = await readOperation(sql, ref);
  const payment = await findPayment(sql, [ref.merchantId], ref.paymentId);
  const connection = payment && (await findConnection(deps, sql, { id: payment.connectionId }));
  if (!payment || !connection) throw new Error(`operation ${ref.id} has no connection`);

  // What is on its way here ends here; its answer settles more than an inquiry could.
  if (inFlight.has(ref.id)) return postpone(sql, ref, clock.now() + LOOK_AGAIN_MS);
  switch (operation.state) {
    case 'requested':
      return cancelOperation(deps, connection, ref, 'not-sent');
    case 'sending':
    case 'unknown':
      await resolveOperation(deps, connection, payment, ref);
      return;
    default:
      return postpone(sql, ref, null);
  }
}
