import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Env } from '../env.ts';
import { StartError } from '../start-error.ts';
import { makeDirectory, readIfPresent, writePrivately } from '../storage/data-directory.ts';

/** The key that seals secrets: `MASTER_KEY`, else `DATA_DIR/master.key`, made once. */
export function loadMasterKey({ masterKey, dataDir }: Env): Buffer {
  if (masterKey !== null) return masterKey;
  const path = join(dataDir, 'master.key');
  const text = readIfPresent(path);
  if (text === null) {
    const made = randomBytes(32);
    makeDirectory(dataDir);
    writePrivately(path, `${made.toString('base64')}\n`);
    return made;
  }
  const kept = Buffer.from(text.trim(), 'base64');
  if (kept.length === 32) return kept;
  throw new StartError(
    `${path} does not hold 32 bytes in base64. Restore it from a backup, or set MASTER_KEY.`,
  );
}
