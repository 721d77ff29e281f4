import type { Deps } from '../deps.ts';
import type { Person } from '../sessions/person.ts';
import { claimOperation } from './claim-operation.ts';
import { inFlight } from './in-flight.ts';
import { presentOperation } from './present-operation.ts';
import { recordOutcome } from './record-outcome.ts';
import { recordRefusal } from './record-refusal.ts';
import { replayOperation } from './replay-operation.ts';
import { type Reserved, reserveOperation, type Wish } from './reserve-operation.ts';
import { sendOperation } from './send-operation.ts';
import { takeBaseline } from './take-baseline.ts';

/**
 * Moves money once: reserve → baseline → claim → send → record, each arrow a committed transaction.
 * Whatever stops it in between leaves a row that the resolver ends. The same key with the same wish
 * answers with the operation it made the first time; nothing is ever sent twice.
 *
 * @throws Refused when our rules, or the inquiry before the send, say no. A decline and an unknown
 * outcome are answers, not errors.
 */
export async function runOperation(deps: Deps, person: Person, wish: Wish) {
  const reserved = await reserveOrNote(deps, person, wish);
  if (!reserved.isNew) return replayOperation(deps, person, reserved.operation);

  const { operation } = reserved;
  await inFlight.during(operation.id, () => execute(deps, reserved));
  return presentOperation(deps, person, operation);
}

async function reserveOrNote(deps: Deps, person: Person, wish: Wish): Promise<Reserved> {
  try {
    return await reserveOperation(deps, person, wish);
  } catch (error) {
    await recordRefusal(deps, person, wish, error);
    throw error;
  }
}

async function execute(
  deps: Deps,
  { operation, payment, connection, reservedAt }: Extract<Reserved, { readonly isNew: true }>,
): Promise<void> {
  const baseline = await takeBaseline(deps, connection, payment, operation);
  const claim = await claimOperation(deps, connection, operation, { baseline, reservedAt });
  if (claim === null) return;
  const sent = await sendOperation(deps, connection, payment, operation, claim);
  if (sent !== null) await recordOutcome(deps, connection, operation, sent);
}
