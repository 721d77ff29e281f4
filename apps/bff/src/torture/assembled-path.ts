import type { Deps } from '../deps.ts';
import { claimOperation } from '../payments/claim-operation.ts';
import { inFlight } from '../payments/in-flight.ts';
import { presentOperation } from '../payments/present-operation.ts';
import { recordOutcome } from '../payments/record-outcome.ts';
import { recordRefusal } from '../payments/record-refusal.ts';
import { replayOperation } from '../payments/replay-operation.ts';
import { type Reserved, reserveOperation } from '../payments/reserve-operation.ts';
import { sendOperation } from '../payments/send-operation.ts';
import { takeBaseline } from '../payments/take-baseline.ts';
import type { MoneyPath } from './money-path.ts';

export type Booked = Extract<Reserved, { readonly isNew: true }>;

/** The steps between the reservation and the answer. */
export type Steps = {
  readonly take: typeof takeBaseline;
  readonly claim: typeof claimOperation;
  readonly send: typeof sendOperation;
  readonly record: typeof recordOutcome;
  /** In which order they are taken. */
  readonly execute: (deps: Deps, steps: Steps, booked: Booked) => Promise<void>;
};

const properSteps: Steps = {
  take: takeBaseline,
  claim: claimOperation,
  send: sendOperation,
  record: recordOutcome,
  execute: async (
    deps,
    { take, claim, send, record },
    { connection, payment, operation, reservedAt },
  ) => {
    const baseline = await take(deps, connection, payment, operation);
    const claimed = await claim(deps, connection, operation, { baseline, reservedAt });
    if (claimed === null) return;
    const sent = await send(deps, connection, payment, operation, claimed);
    if (sent !== null) await record(deps, connection, operation, sent);
  },
};

/** The money path put together from the product's steps, except those that are given. */
export function assemblePath(replaced: Partial<Steps> = {}): Pick<MoneyPath, 'run'> {
  const steps = { ...properSteps, ...replaced };
  return {
    run: async (deps, person, wish) => {
      const reserved = await reserveOperation(deps, person, wish).catch(async (error: unknown) => {
        await recordRefusal(deps, person, wish, error);
        throw error;
      });
      if (!reserved.isNew) return replayOperation(deps, person, reserved.operation);
      const { operation } = reserved;
      await inFlight.during(operation.id, () => steps.execute(deps, steps, reserved));
      return presentOperation(deps, person, operation);
    },
  };
}
