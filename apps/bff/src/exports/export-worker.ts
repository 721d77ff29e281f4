import { TRPCError } from '@trpc/server';
import type { Deps } from '../deps.ts';
import type { LiveMessage } from '../live/live-message.ts';
import { startWorkLoop, type WorkLoop } from '../live/work-loop.ts';
import { isUnreachable } from '../storage/is-unreachable.ts';
import {
  claimExport,
  expireExports,
  giveBack,
  markFailed,
  markProgress,
} from './due-export-store.ts';
import type { Export, ExportFailure } from './export.ts';
import { deleteChunks, deleteStrayChunks } from './export-chunk-store.ts';
import { tell } from './export-store.ts';
import { ExportFailed, writeExport } from './write-export.ts';

/** Of all persons, in one process; more would only slow each other down. */
const AT_ONCE = 2;
const LEASE_MS = 20_000;
const TELL_EVERY_MS = 1000;
/** A file that broke its process three times will break the next one too. */
const ATTEMPTS = 3;

/** When a worker has nothing to do: `onRest` is told once that has lasted `restMs`, ms of wall time. */
type Rest = { readonly restMs: number; readonly onRest: () => void };

/** Makes files in any number of processes, until it is stopped. */
export function startExportWorker(deps: Deps, { restMs, onRest }: Rest): WorkLoop {
  const closing = new AbortController();
  const running = new Set<Promise<void>>();
  let busyAt = deps.clock.wall();

  const work = async (): Promise<boolean> => {
    const claimed = running.size < AT_ONCE ? await claimNext(deps) : null;
    if (claimed !== null) {
      const run = runExport(deps, claimed, closing.signal).finally(() => running.delete(run));
      running.add(run);
    }
    if (running.size > 0) busyAt = deps.clock.wall();
    else if (deps.clock.wall() - busyAt > restMs) onRest();
    return claimed !== null;
  };
  const wakes = ({ type }: LiveMessage): boolean => type === 'export' || type === 'clock';
  const loop = startWorkLoop(deps, { name: 'export worker', wakes, work });
  return {
    stop: async () => {
      closing.abort();
      await loop.stop();
      await Promise.all(running);
    },
  };
}

/** The next export that waits for somebody, or null. */
export function claimNext({ clock, database }: Deps): Promise<Export | null> {
  const wall = clock.wall();
  return claimExport(database.read, { now: clock.now(), wall, leaseMs: LEASE_MS });
}

/** Files whose days are over go, and so does what broken attempts left behind. */
export async function cleanExports({ clock, database }: Deps): Promise<void> {
  for (const expired of await expireExports(database.read, clock.now())) {
    await tell(database.read, expired);
  }
  await deleteStrayChunks(database.export);
}

/**
 * Makes one claimed file and ends its export one way or the other. Never throws: without a database
 * the lease runs out and another attempt begins. `closing` gives the work back.
 */
export async function runExport(deps: Deps, claimed: Export, closing: AbortSignal): Promise<void> {
  const { clock, database, log } = deps;
  const stopped = new AbortController();
  const signal = AbortSignal.any([closing, stopped.signal]);
  let rowsDone = 0;
  const report = async (): Promise<void> => {
    const leaseUntil = clock.wall() + LEASE_MS;
    if (!(await markProgress(database.read, claimed, { rowsDone, leaseUntil }))) stopped.abort();
    await tell(database.read, claimed);
  };
  const timer = setInterval(() => void report().catch(() => undefined), TELL_EVERY_MS);
  try {
    if (claimed.attempt > ATTEMPTS) throw new ExportFailed('interrupted');
    const onRows = (count: number): void => {
      rowsDone = count;
    };
    await writeExport(deps, claimed, { signal, onRows });
  } catch (error) {
    await endWithout(deps, claimed, signal.aborted ? null : error).catch((reason: unknown) => {
      log.error({ err: reason, export: claimed.id }, 'export left to its lease');
    });
  } finally {
    clearInterval(timer);
  }
}

/** No file came of it: its pieces go. An attempt that was only cut short is given back. */
async function endWithout(deps: Deps, claimed: Export, error: unknown): Promise<void> {
  const { clock, database, log } = deps;
  if (error !== null && isUnreachable(error)) throw error;
  await deleteChunks(database.read, claimed);
  if (error === null) await giveBack(database.read, claimed);
  else {
    const failure = failureOf(error);
    if (failure === 'internal') log.error({ err: error, export: claimed.id }, 'export failed');
    await markFailed(database.read, claimed, { failure, now: clock.now() });
  }
  await tell(database.read, claimed);
}

const DISK_FULL = '53100';

function failureOf(error: unknown): ExportFailure {
  if (error instanceof ExportFailed) return error.failure;
  if (error instanceof TRPCError && error.code === 'NOT_FOUND') return 'source-gone';
  const full = error instanceof Error && 'code' in error && error.code === DISK_FULL;
  return full ? 'no-room' : 'internal';
}
