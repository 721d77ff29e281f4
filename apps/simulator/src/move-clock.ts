import { tellListeners } from './clock-listeners.ts';
import type { Task } from './events.ts';
import { paymentOf, settingsOf, type World } from './world.ts';

/**
 * Sets the clock to `target`. Forward, everything that falls due on the way happens in order and at
 * its own instant, notifications included; backward, nothing is undone and later timers wait again.
 * Listeners know each new time before a notification of that time leaves, and before this resolves.
 */
export function createClockMover(world: World): (target: (now: number) => number) => Promise<void> {
  let previous: Promise<void> = Promise.resolve();
  return (target) => {
    const moved = previous.then(() => move(world, target(world.clock.now())));
    // A failed move is its caller's to report; the next one starts afresh.
    previous = moved.catch(() => {});
    return moved;
  };
}

async function move(world: World, target: number): Promise<void> {
  const { agenda, clock } = world;
  agenda.pause();
  try {
    const from = clock.now();
    if (target > from) await walk(world, from, target);
    setClock(world, target);
    await tellListeners(world);
  } finally {
    agenda.resume();
  }
}

async function walk(world: World, from: number, target: number): Promise<void> {
  const { agenda } = world;
  for (let due = agenda.nextDue(target); due !== null; due = agenda.nextDue(target)) {
    setClock(world, Math.max(due.dueAt, from));
    if (maySend(world, due.task)) await tellListeners(world);
    await agenda.run(due);
  }
}

/** Most timers find their payment long decided; those are not worth a round of calls. */
function maySend(world: World, task: Task): boolean {
  if (world.state.listeners.size === 0) return false;
  if (task.kind === 'notify' || task.kind === 'operation') return true;
  const payment = paymentOf(world, task.payId);
  if (task.kind === 'abandon') return payment.status === 'PENDING';
  if (task.kind === 'expire') return settingsOf(world, payment.merchantId).notifyExpiry;
  return payment.status === 'AUTHORIZE_REQUEST';
}

function setClock(world: World, instant: number): void {
  world.append({ type: 'clock', offsetMs: world.clock.offsetFor(instant) });
}
