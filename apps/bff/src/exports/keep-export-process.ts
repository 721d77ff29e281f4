import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { getCompileCacheDir } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Clock } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { childEnvironment, type Env } from '../env.ts';
import type { LiveMessage } from '../live/live-message.ts';
import { startWorkLoop, type WorkLoop } from '../live/work-loop.ts';
import { isExportDue } from './due-export-store.ts';
import { cleanExports } from './export-worker.ts';

/** How far the server's clock is ahead of the machine's, ms. */
type Time = { readonly now: number; readonly wall: number };

/** What the process that makes files is told: everything it needs first, then where time stands. */
export type ToldProcess =
  | {
      readonly type: 'begin';
      readonly env: Env;
      readonly databaseUrl: string;
      readonly time: Time;
    }
  | { readonly type: 'time'; readonly time: Time };

const PROCESS = fileURLToPath(new URL('export-process.ts', import.meta.url));
const CLEAN_EVERY_MS = 60_000;
const STOP_LIMIT_MS = 15_000;
/** After a process that broke, twice as long after each further one, in ms. */
const AFTER_BREAKING_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;

/** Fewer objects are young at a time: a file is the same few kinds of them, a million times. */
const NODE_OPTIONS = ['--max-semi-space-size=4'];

/**
 * What chunks and their compression held goes back to the system at once: by its own choice the C
 * library keeps it, in an arena for each thread, and takes the more the longer a file is.
 */
const EAGER_MEMORY = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_TRIM_THRESHOLD_: '131072',
  MALLOC_MMAP_THRESHOLD_: '131072',
};

/**
 * Has files made in a process of their own as long as any waits, and clears away those whose days are
 * over. A process that breaks takes only its files' attempts with it: their leases run out, and the
 * next process takes them up, after a pause that grows while they break one after the other.
 */
export function keepExportProcess(deps: Deps): WorkLoop {
  let running: ChildProcess | null = null;
  let cleanAt = 0;
  let beginAt = 0;
  let broken = 0;

  const onEnd = (isBroken: boolean) => {
    running = null;
    if (isBroken) {
      const pauseMs = Math.min(AFTER_BREAKING_MS * 2 ** broken, LONGEST_PAUSE_MS);
      beginAt = deps.clock.wall() + pauseMs;
    }
    broken = isBroken ? broken + 1 : 0;
  };

  const work = async (): Promise<boolean> => {
    if (deps.clock.wall() >= cleanAt) {
      cleanAt = deps.clock.wall() + CLEAN_EVERY_MS;
      await cleanExports(deps);
    }
    if (running !== null) tell(running, { type: 'time', time: timeOf(deps.clock) });
    else if ((await isAnyDue(deps)) && deps.clock.wall() >= beginAt) {
      running = beginProcess(deps, onEnd);
    }
    return false;
  };
  const wakes = (message: LiveMessage): boolean => {
    if (message.type === 'clock') cleanAt = 0;
    return message.type === 'export' || message.type === 'clock';
  };
  const loop = startWorkLoop(deps, { name: 'export process', wakes, work });
  return {
    stop: async () => {
      await loop.stop();
      if (running !== null) await endProcess(running);
    },
  };
}

function isAnyDue({ clock, database }: Deps): Promise<boolean> {
  return isExportDue(database.read, { now: clock.now(), wall: clock.wall() });
}

function beginProcess(deps: Deps, onEnd: (isBroken: boolean) => void): ChildProcess {
  const { clock, database, env, log } = deps;
  const compiled = getCompileCacheDir();
  const child = fork(PROCESS, {
    execArgv: NODE_OPTIONS,
    env: childEnvironment({
      ...EAGER_MEMORY,
      ...(compiled === undefined ? {} : { NODE_COMPILE_CACHE: compiled }),
    }),
    // Ctrl-C reaches the server alone, which ends this one in its turn.
    detached: true,
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  child.once('error', (error) => {
    log.error({ err: error }, 'the process that makes exports could not be started');
    if (child.pid === undefined) onEnd(true);
  });
  child.once('exit', (code, signal) => {
    if (code !== 0) log.error({ code, signal }, 'the process that makes exports broke');
    onEnd(code !== 0);
  });
  const databaseUrl = database.export.options.connectionString ?? '';
  tell(child, { type: 'begin', env, databaseUrl, time: timeOf(clock) });
  return child;
}

/** One that is just ending hears nothing any more. */
function tell(child: ChildProcess, told: ToldProcess): void {
  if (child.connected) child.send(told, () => undefined);
}

function timeOf(clock: Clock): Time {
  const machine = Date.now();
  return { now: clock.now() - machine, wall: clock.wall() - machine };
}

/** It gives its work back when it is left alone; one that does not is ended. */
async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  if (child.connected) child.disconnect();
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
  await ended;
  clearTimeout(timer);
}
