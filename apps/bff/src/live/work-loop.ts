import type { Deps } from '../deps.ts';
import type { LiveMessage } from './live-message.ts';

export type WorkLoop = { stop(): Promise<void> };

const LOOK_EVERY_MS = 500;
const AFTER_ERROR_MS = 2_000;

/**
 * Runs `work` over and over: at once while it answers true (there was more), else every half second
 * of wall time, or as soon as a message comes that `wakes` it. An error, typically a database that
 * is away, is logged and the work tried again. `stop` waits for the round that is running.
 */
export function startWorkLoop(
  { live, log }: Pick<Deps, 'live' | 'log'>,
  {
    name,
    wakes,
    work,
  }: {
    readonly name: string;
    readonly wakes: (message: LiveMessage) => boolean;
    readonly work: () => Promise<boolean>;
  },
): WorkLoop {
  let stopped = false;
  let woken = false;
  let wake: () => void = () => undefined;

  const unsubscribe = live.subscribe((message) => {
    if (!wakes(message)) return;
    woken = true;
    wake();
  });
  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
      if (woken || stopped) wake();
    });
  const round = async (): Promise<number> => {
    woken = false;
    try {
      return (await work()) ? 0 : LOOK_EVERY_MS;
    } catch (error) {
      log.error({ err: error }, `${name}: a round failed`);
      return AFTER_ERROR_MS;
    }
  };
  const running = (async () => {
    while (!stopped) {
      const ms = await round();
      if (ms > 0) await pause(ms);
    }
  })();

  return {
    stop: async () => {
      stopped = true;
      unsubscribe();
      wake();
      await running;
    },
  };
}

/**
 * Works on everything that was claimed, at the same time. What fails is logged as `left`, with what
 * `about` says of it, and stays to its lease: the others go on.
 */
export async function workEach<Claimed>(
  { log }: Pick<Deps, 'log'>,
  claimed: readonly Claimed[],
  work: (one: Claimed) => Promise<void>,
  { left, about }: { readonly left: string; readonly about: (one: Claimed) => object },
): Promise<void> {
  const leave = (one: Claimed) => (error: unknown) =>
    log.error({ err: error, ...about(one) }, left);
  await Promise.all(claimed.map((one) => work(one).catch(leave(one))));
}
