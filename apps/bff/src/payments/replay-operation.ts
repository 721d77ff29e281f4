import { setTimeout as delay } from 'node:timers/promises';
import { type Refusal, refusals } from 'paygate-payments';
import type { Deps } from '../deps.ts';
import { Refused } from '../refused.ts';
import type { Person } from '../sessions/person.ts';
import type { Operation } from './operation.ts';
import { readOperation } from './operation-store.ts';
import { presentOperation } from './present-operation.ts';

const LOOK_AGAIN_MS = 100;

/**
 * Answers a repeated key with the operation it made the first time. While that is on its way this
 * waits for it, so that the second click hears the same as the first; it never sends anything.
 * @throws Refused with the reason for which the operation was cancelled, as the first call did.
 */
export async function replayOperation(deps: Deps, person: Person, operation: Operation) {
  const ended = await waitForEnd(deps, operation);
  const refusal = refusals.find((known: Refusal) => known === ended.cancelReason);
  if (refusal !== undefined) throw new Refused(refusal);
  return presentOperation(deps, person, ended);
}

/** Inquiry and send may each use the whole gateway timeout; after that the state is told as it is. */
async function waitForEnd(deps: Deps, operation: Operation): Promise<Operation> {
  const giveUpAt = deps.clock.wall() + 2 * deps.env.gatewayTimeoutMs;
  let current = operation;
  while (['requested', 'sending'].includes(current.state) && deps.clock.wall() < giveUpAt) {
    await delay(LOOK_AGAIN_MS);
    current = await readOperation(deps.database.money, operation);
  }
  return current;
}
