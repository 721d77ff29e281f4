import { decideByClock } from './decide-by-clock.ts';
import type { Timer } from './events.ts';
import { attemptNotification } from './notifier.ts';
import { notifyAfterStep, originalResult, performOperation } from './operations/perform.ts';
import type { World } from './world.ts';

/**
 * Does what a timer was set for, dated at the instant it was due. A failure is logged, never thrown:
 * one bad task must not stop the clock.
 */
export async function runTask(world: World, timer: Timer): Promise<void> {
  try {
    await perform(world, timer);
  } catch (error) {
    world.log.error({ error, timer: timer.id, kind: timer.task.kind }, 'task failed');
  }
}

async function perform(world: World, { id, dueAt, task }: Timer): Promise<void> {
  if (task.kind === 'notify') {
    // Struck off afterwards: a notification that a crash interrupts is sent again.
    await attemptNotification(world, task.notificationId);
    world.append({ type: 'timer-done', id });
    return;
  }
  // Struck off first: money must not move twice because of a crash.
  world.append({ type: 'timer-done', id });
  if (task.kind === 'ref-nr') {
    world.append({ type: 'ref-nr', payId: task.payId, refNr: task.refNr });
    return;
  }
  if (task.kind !== 'operation') {
    await decideByClock(world, task, dueAt);
    return;
  }
  const { request, arrives } = task;
  const original = arrives ? originalResult(world, request) : null;
  const result = original ?? performOperation(world, request, 'wire', dueAt);
  world.waiting.get(id)?.(result);
  world.waiting.delete(id);
  if (original === null) await notifyAfterStep(world, result);
}
