import type { Logger } from 'pino';
import type { Agenda } from './agenda.ts';
import type { Clock } from './clock.ts';
import type { JournalEvent, OperationResult, Task, Timer } from './events.ts';
import type { FaultBox } from './faults.ts';
import type { MerchantSettings } from './merchants.ts';
import type { Payment, State } from './state.ts';

/** What every part of the simulator may reach for. Assembled in `create-simulator.ts`. */
export type World = {
  readonly state: State;
  readonly clock: Clock;
  readonly agenda: Agenda;
  readonly faults: FaultBox;
  readonly log: Logger;
  /** Writes to the journal and folds into `state`, in one go and in this order. */
  append(...events: readonly JournalEvent[]): void;
  /** Moves the clock; see `move-clock.ts`. One move at a time, in the order they were asked for. */
  moveClock(target: (now: number) => number): Promise<void>;
  /** The address under which a browser reaches this simulator, without a slash at the end. */
  readonly baseUrl: () => string;
  /** Connections that wait for the outcome of a slow operation, by timer. */
  readonly waiting: Map<string, (result: OperationResult) => void>;
  /** Notifications held back until the next one of their merchant has left. */
  readonly heldNotifications: Map<string, string[]>;
  /** Payments whose browser must wait until the notification has been sent. */
  readonly withheldReturns: Set<string>;
  /** How often in a row a clock listener was unreachable. */
  readonly listenerFailures: Map<string, number>;
  /** Ends outgoing calls when the simulator closes. */
  readonly closing: AbortSignal;
};

/** Puts a task on the agenda so that it survives a restart. */
export function schedule(world: World, timer: Timer): void {
  world.append({ type: 'timer', timer });
  world.agenda.add(timer);
}

export function newTimer(id: string, dueAt: number, task: Task): Timer {
  return { id, dueAt, task };
}

/** The settings of a merchant that is known to exist, because one of its payments does. */
export function settingsOf(world: World, merchantId: string): MerchantSettings {
  const settings = world.state.merchants.get(merchantId);
  if (settings === undefined) throw new Error(`no merchant ${merchantId}`);
  return settings;
}

/** A payment that is known to exist, because an id of ours led to it. */
export function paymentOf(world: World, payId: string): Payment {
  const payment = world.state.payments.get(payId);
  if (payment === undefined) throw new Error(`no payment ${payId}`);
  return payment;
}
