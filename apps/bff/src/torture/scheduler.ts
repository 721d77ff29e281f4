import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import type { Dice } from './dice.ts';
import { Crash, type Process, type Task } from './process.ts';

type Waiting = {
  readonly task: Task | null;
  readonly point: string;
  /** Tells it from all others, whichever of them came first. */
  readonly rank: string;
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
 * a point first; the dice choose which goes on. Thus the seed decides every interleaving, and no load
 * of the machine does. `countBlocked` tells how many statements wait for a lock inside of the database.
 */
export function createScheduler(dice: Dice, countBlocked: () => Promise<number>) {
  let waiting: Waiting[] = [];
  let running = 0;
  /** Counts every begin and every end. */
  let moves = 0;
  const trace = createHash('sha256');
  let wake: () => void = () => undefined;

  const begin = (): void => {
    running += 1;
    moves += 1;
  };
  const end = (): void => {
    running -= 1;
    moves += 1;
    wake();
  };
  /** In an order that does not depend on who arrived first. */
  const inOrder = (among: readonly Waiting[]): readonly Waiting[] =>
    [...among].sort((one, other) => (one.rank < other.rank ? -1 : 1));

  /** Waits until nothing moves: all is at a point, or stuck in the database. */
  const settle = async (): Promise<void> => {
    for (let calm = 0; calm < 2; ) {
      await turn();
      if (running === 0) calm += 1;
      else {
        calm = 0;
        if ((await pause()) === 'short') continue;
        const before = moves;
        const blocked = await countBlocked();
        // What moved meanwhile may have let go of what another one waits for.
        if (moves === before && blocked >= running) return;
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
        about = '',
      }: {
        readonly isReady?: () => boolean;
        readonly outlives?: boolean;
        /** What tells it from others at this point of this task. */
        readonly about?: string;
      } = {},
    ): Promise<void> => {
      if (task?.process.dead === true && !outlives) return Promise.reject(new Crash());
      return new Promise((go, reject) => {
        const rank = `${task?.id ?? ''} ${point} ${about}`;
        waiting.push({ task, point, rank, isReady, go, die: outlives ? null : reject });
      });
    },
    /** Marks the time during which something happens outside of this process. */
    begin,
    end,
    settle,
    /** Lets one of those that are ready go on, until everything stands still again. */
    step: async (): Promise<string | null> => {
      const ready = inOrder(waiting.filter(({ isReady }) => isReady()));
      if (ready.length === 0) return null;
      const chosen = dice.pick(ready);
      waiting = waiting.filter((other) => other !== chosen);
      trace.update(`${chosen.task?.id ?? ''} ${chosen.point}\n`);
      chosen.go();
      await settle();
      return chosen.point;
    },
    /** Ends a process where it stands. What the gateway does for it goes on. */
    kill: async (process: Process): Promise<readonly string[]> => {
      process.dead = true;
      const mine = waiting.filter(({ task, die }) => task?.process === process && die !== null);
      const dying = inOrder(mine);
      waiting = waiting.filter((other) => !mine.includes(other));
      for (const { die } of dying) {
        die?.(new Crash());
        await settle();
      }
      return dying.map(({ point }) => point);
    },
    /** A short name of everything that was chosen so far, in its order. */
    trace: () => trace.copy().digest('hex').slice(0, 16),
  };
}
