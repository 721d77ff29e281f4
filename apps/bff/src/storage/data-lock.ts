import { linkSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '../start-error.ts';
import { errorCode, explained, makeDirectory, readIfPresent } from './data-directory.ts';
import { isAlive, startMark } from './process-identity.ts';

export type DataLock = { release(): void };

type Holder = { readonly pid: number; readonly startMark: string };

/**
 * Takes the data directory for this process. A lock whose process is gone is taken over; one that
 * is held throws a StartError naming `DATA_DIR`.
 */
export function lockDataDirectory(dataDir: string): DataLock {
  makeDirectory(dataDir);
  const path = lockPath(dataDir);
  const mine = `${path}.${process.pid}`;
  explained(mine, () =>
    writeFileSync(mine, JSON.stringify({ pid: process.pid, startMark: startMark(process.pid) }), {
      mode: 0o600,
    }),
  );
  try {
    while (!linked(mine, path)) {
      const holder = lockHolder(dataDir);
      if (holder !== null) throw alreadyUsed(dataDir, holder);
      discardStale(path);
    }
  } finally {
    rmSync(mine, { force: true });
  }
  return { release: () => rmSync(path, { force: true }) };
}

/** The id of the live process that holds the data directory, or null. */
export function lockHolder(dataDir: string): number | null {
  const holder = parseHolder(readIfPresent(lockPath(dataDir)));
  if (holder === null || !isAlive(holder.pid)) return null;
  return startMark(holder.pid) === holder.startMark ? holder.pid : null;
}

function lockPath(dataDir: string): string {
  return join(dataDir, 'desk.lock');
}

/** A hard link appears whole and only once, unlike a file that is created and then filled. */
function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Moves the dead lock aside first: of two starters only one can, so neither removes the other's new lock. */
function discardStale(path: string): void {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    throw error;
  }
  const moved = parseHolder(readIfPresent(aside));
  if (moved !== null && isAlive(moved.pid) && startMark(moved.pid) === moved.startMark) {
    linked(aside, path);
  }
  rmSync(aside, { force: true });
}

function parseHolder(text: string | null): Holder | null {
  if (text === null) return null;
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== 'object' || parsed === null) return null;
    if (!('pid' in parsed) || typeof parsed.pid !== 'number') return null;
    if (!('startMark' in parsed) || typeof parsed.startMark !== 'string') return null;
    return { pid: parsed.pid, startMark: parsed.startMark };
  } catch {
    return null;
  }
}

function alreadyUsed(dataDir: string, pid: number): StartError {
  return new StartError(
    `DATA_DIR ${dataDir} is in use by a running Paygate Desk (process ${pid}). ` +
      'Stop that one, or give this one a DATA_DIR, PORT and SIMULATOR_PORT of its own.',
  );
}
