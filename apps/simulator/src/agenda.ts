import type { Timer } from './events.ts';

const longestTimeoutMs = 2 ** 31 - 1;

/** Timers in the order in which they fall due. Holds no state that a restart would lose. */
export type Agenda = {
  add(timer: Timer): void;
  /** The next timer due at or before `instant` that nobody has taken, or null. */
  nextDue(instant: number): Timer | null;
  /** Runs a timer once; a second call for the same timer does nothing. */
  run(timer: Timer): Promise<void>;
  /** Stops firing by real time while the clock is walked by hand. */
  pause(): void;
  /** Fires by real time (again), measured from the clock as it stands. */
  resume(): void;
  stop(): void;
};

type AgendaOptions = {
  readonly now: () => number;
  readonly runTask: (timer: Timer) => Promise<void>;
};

export function createAgenda({ now, runTask }: AgendaOptions): Agenda {
  const waiting: Timer[] = [];
  let handle: NodeJS.Timeout | undefined;
  let state: 'running' | 'paused' | 'stopped' = 'paused';

  function add(timer: Timer): void {
    waiting.splice(positionFor(timer.dueAt), 0, timer);
    arm();
  }

  /** Behind every timer with the same instant, so that equals keep their order. */
  function positionFor(dueAt: number): number {
    let low = 0;
    let high = waiting.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((waiting[middle]?.dueAt ?? Number.POSITIVE_INFINITY) <= dueAt) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function nextDue(instant: number): Timer | null {
    const first = waiting[0];
    return first !== undefined && first.dueAt <= instant ? first : null;
  }

  async function run(timer: Timer): Promise<void> {
    const index = waiting.indexOf(timer);
    if (index < 0) return;
    waiting.splice(index, 1);
    await runTask(timer);
  }

  function arm(): void {
    clearTimeout(handle);
    const first = waiting[0];
    if (state !== 'running' || first === undefined) return;
    const wait = Math.min(Math.max(first.dueAt - now(), 0), longestTimeoutMs);
    handle = setTimeout(fire, wait).unref();
  }

  function fire(): void {
    for (let due = nextDue(now()); due !== null; due = nextDue(now())) void run(due);
    arm();
  }

  return {
    add,
    nextDue,
    run,
    pause() {
      if (state === 'running') state = 'paused';
      clearTimeout(handle);
    },
    resume() {
      if (state === 'paused') state = 'running';
      arm();
    },
    stop() {
      state = 'stopped';
      clearTimeout(handle);
    },
  };
}
