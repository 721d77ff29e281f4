import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { StartError } from '../start-error.ts';

/** Makes the directory, with its parents, for this user alone. Throws a StartError naming `DATA_DIR`. */
export function makeDirectory(path: string): void {
  const missing: string[] = [];
  for (let step = path; !existsSync(step); step = dirname(step)) missing.unshift(step);
  // Not `recursive`: below a file system that makes no folders, such as /proc, that one never ends.
  for (const step of missing) explained(path, () => makeStep(step));
  if (!statSync(path).isDirectory())
    throw explain(path, Object.assign(new Error(), { code: 'ENOTDIR' }));
}

function makeStep(path: string): void {
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    // Another start may have made it just now.
    if (errorCode(error) !== 'EEXIST' || !statSync(path).isDirectory()) throw error;
  }
}

/** The file's text, or null when there is none. */
export function readIfPresent(path: string): string | null {
  return explained(path, () => {
    try {
      return readFileSync(path, 'utf8');
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return null;
      throw error;
    }
  });
}

/** Writes a file only this user may read, whole or not at all: a reader never meets half of it. */
export function writePrivately(path: string, text: string): void {
  const draft = `${path}.${process.pid}.new`;
  explained(path, () => {
    try {
      writeFileSync(draft, text, { mode: 0o600, flush: true });
      chmodSync(draft, 0o600);
      renameSync(draft, path);
    } finally {
      rmSync(draft, { force: true });
    }
  });
}

/** Runs file work and says in words what is wrong with the directory. */
export function explained<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw explain(path, error);
  }
}

/** The `code` of a system error, else an empty string. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function explain(path: string, error: unknown): unknown {
  switch (errorCode(error)) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new StartError(
        `No permission to write ${path}. Give this user ${dirname(path)}, or set DATA_DIR to a folder of its own.`,
        { cause: error },
      );
    case 'ENOSPC':
    case 'EDQUOT':
      return new StartError(
        `The disk is full: ${path} could not be written. Free some space, or set DATA_DIR to another disk.`,
        { cause: error },
      );
    case 'ENOENT':
      return new StartError(
        `${path} cannot be made: ${dirname(path)} takes no folders. Set DATA_DIR to a folder on a disk.`,
        { cause: error },
      );
    case 'ENOTDIR':
    case 'EEXIST':
      return new StartError(
        `${path} cannot be made, because a file is in its way. Set DATA_DIR to a folder.`,
        { cause: error },
      );
    default:
      return error;
  }
}
