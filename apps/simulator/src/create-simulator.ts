import { type Logger, pino } from 'pino';
import { createAgenda } from './agenda.ts';
import { createApp } from './app.ts';
import { watchBatchFolder } from './batch/batch-folder.ts';
import { createClock } from './clock.ts';
import { createFaultBox } from './faults.ts';
import { openJournal } from './journal.ts';
import { listenEverywhere } from './listen.ts';
import { createClockMover } from './move-clock.ts';
import { applyEvent, emptyState } from './state.ts';
import { runTask } from './tasks.ts';
import type { World } from './world.ts';

export type SimulatorOptions = {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** Default: this machine only, 127.0.0.1 and ::1. */
  readonly host?: string;
  /** Where ledger, ReqIds, notifications, settings and clock are kept; null keeps them in memory. */
  readonly dataDir: string | null;
  readonly log?: Logger;
  /** The machine's time in milliseconds; the simulated clock runs beside it. */
  readonly clock?: () => number;
};

export type Simulator = {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
};

/**
 * Starts a gateway that speaks the wire protocol, keeps its own ledger and misbehaves on demand.
 * @throws Error naming SIMULATOR_PORT if the port is taken.
 */
export async function createSimulator(options: SimulatorOptions): Promise<Simulator> {
  const { port = 0, host, dataDir, log = pino({ level: 'silent' }), clock = Date.now } = options;
  const closing = new AbortController();
  const journal = openJournal(dataDir);
  let url = '';
  const world = createWorld({ journal, log, clock, closing: closing.signal, url: () => url });
  const hosts = host === undefined ? ['127.0.0.1', '::1'] : [host];
  const server = await listenEverywhere(createApp(world), hosts, port).catch((error: unknown) => {
    journal.close();
    throw error;
  });
  url = `http://${host === undefined ? 'localhost' : bracketed(host)}:${server.port}`;

  for (const timer of world.state.timers.values()) world.agenda.add(timer);
  world.agenda.resume();
  const folder = watchBatchFolder(world, dataDir);
  return {
    url,
    port: server.port,
    async close() {
      folder.close();
      world.agenda.stop();
      closing.abort();
      await server.close();
      await world.settled();
      journal.close();
    },
  };
}

type Parts = {
  readonly journal: ReturnType<typeof openJournal>;
  readonly log: Logger;
  readonly clock: () => number;
  readonly closing: AbortSignal;
  readonly url: () => string;
};

function createWorld({ journal, log, clock: realNow, closing, url }: Parts) {
  const state = emptyState();
  for (const event of journal.past) applyEvent(state, event);
  const running = new Set<Promise<void>>();
  const clock = createClock(realNow, () => state.offsetMs);
  const agenda = createAgenda({
    now: clock.now,
    runTask(timer) {
      const task = runTask(world, timer).finally(() => running.delete(task));
      running.add(task);
      return task;
    },
  });
  const world: World & { settled(): Promise<void> } = {
    state,
    clock,
    agenda,
    faults: createFaultBox(),
    log,
    append(...events) {
      journal.append(events);
      for (const event of events) applyEvent(state, event);
    },
    moveClock: (target) => mover(target),
    baseUrl: url,
    waiting: new Map(),
    heldNotifications: new Map(),
    withheldReturns: new Set(),
    listenerFailures: new Map(),
    closing,
    async settled() {
      await Promise.all(running);
    },
  };
  const mover = createClockMover(world);
  return world;
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
