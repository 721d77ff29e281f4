import http from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers/promises';
import { currentTask } from './process.ts';
import type { Scheduler } from './scheduler.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** Names the calling task to the gateway, so that a call can be told from others of its kind. */
export const TASK_HEADER = 'x-task';

/**
 * Puts the scheduler between the house and the world: calls over real sockets are waited for, pauses
 * pass on the virtual clock. Answers how to undo that.
 */
export function watchWorld(scheduler: Scheduler, clock: VirtualClock): () => void {
  const { request } = http;
  const { setTimeout: pause } = timers;

  const watchedRequest = (url: URL, options: http.RequestOptions): http.ClientRequest => {
    const task = currentTask();
    if (task === null) return request(url, options);
    scheduler.begin();
    const headers = { ...Object(options.headers), [TASK_HEADER]: String(task.id) };
    return request(url, { ...options, headers }).on('close', scheduler.end);
  };
  const virtualPause = async (ms = 0): Promise<void> => {
    const task = currentTask();
    if (task === null) return pause(ms);
    const until = clock.wall() + ms;
    await scheduler.stop('pause', task, { isReady: () => clock.wall() >= until });
  };

  Object.assign(http, { request: watchedRequest });
  Object.assign(timers, { setTimeout: virtualPause });
  syncBuiltinESMExports();
  return () => {
    Object.assign(http, { request });
    Object.assign(timers, { setTimeout: pause });
    syncBuiltinESMExports();
  };
}
