import { setImmediate as turn } from 'node:timers/promises';
import type { Dice } from './dice.ts';
import { Crash, type Process, type Task } from './process.ts';

type Waiting = {
  readonly task: Task | null;
  readonly point: string;
  /** False while it could only wait, for a lock or for a time. */
  readonly isReady: () => boolean;
  readonly go: () => void;
  readonly die: ((error: Crash) => void) | null;
};

export type Scheduler = ReturnType<typeof createScheduler>;

/** How long the database may take before it is asked whether somebody waits for a lock in there. */
const PATIENCE_MS = 10;

/**
 * Lets one thing happen at a time. Whatever the house awaits (a statement, a call, a pause) stops at
 * a point first; the dice choose which goes on. Thus the seed decides every interleaving.
 * `countBlocked` tells how many statements wait for a lock inside of the database.
 */
export function createScheduler(dice: Dice, countBlocked: () => Promise<number>) {
  let waiting: Waiting[] = [];
  let running = 0;
  let steps = 0;
  let wake: () => void = () => undefined;

  const end = (): void => {
    running -= 1;
    wake();
  };

  /** Waits until nothing moves: all is at a point, or stuck in the database. */
  const settle = async (): Promise<void> => {
    for (let calm = 0; calm < 2; ) {
      await turn();
      if (running === 0) calm += 1;
      else {
        calm = 0;
        if ((await pause()) === 'short') continue;
        const blocked = await countBlocked();
        if (running > 0 && blocked >= running) return;
      }
    }
  };
  const pause = (): Promise<'short' | 'long'> =>
    new Promise((resolve) => {
      const timer = setTimeout(() => resolve('long'), PATIENCE_MS);
      wake = () => {
        clearTimeout(timer);
        resolve('short');
      };
    });

  return {
    /** Stops here until chosen. What belongs to a dead process never goes on: it throws Crash. */
    stop: (
      point: string,
      task: Task | null,
      {
        isReady = () => true,
        outlives = false,
      }: { readonly isReady?: () => boolean; readonly outlives?: boolean } = {},
    ): Promise<void> => {
      if (task?.process.dead === true && !outlives) return Promise.reject(new Crash());
      return new Promise((go, reject) => {
        waiting.push({ task, point, isReady, go, die: outlives ? null : reject });
      });
    },
    /** Marks the time during which something happens outside of this process. */
    begin: () => {
      running += 1;
    },
    end,
    settle,
    /** Lets one of those that are ready go on, until everything stands still again. */
    step: async (): Promise<string | null> => {
      const ready = waiting.filter(({ isReady }) => isReady());
      if (ready.length === 0) return null;
      const chosen = dice.pick(ready);
      waiting = waiting.filter((other) => other !== chosen);
      steps += 1;
      chosen.go();
      await settle();
      return chosen.point;
    },
    /** Ends a process where it stands. What the gateway does for it goes on. */
    kill: async (process: Process): Promise<readonly string[]> => {
      process.dead = true;
      const dying = waiting.filter(({ task, die }) => task?.process === process && die !== null);
      waiting = waiting.filter((other) => !dying.includes(other));
      for (const { die } of dying) die?.(new Crash());
      await settle();
      return dying.map(({ point }) => point);
    },
    count: () => waiting.length,
    points: () => waiting.map(({ point }) => point),
    steps: () => steps,
  };
}
