import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { World } from '../world.ts';
import { processBatch, processedName } from './process-batch.ts';

const LOOK_MS = 500;

/** Looks into `<dataDir>/batch` until it is closed; null keeps no folder. */
export function watchBatchFolder(world: World, dataDir: string | null): { close(): void } {
  if (dataDir === null) return { close: () => undefined };
  const folder = join(dataDir, 'batch');
  mkdirSync(folder, { recursive: true });
  const timer = setInterval(() => workThrough(world, folder), LOOK_MS);
  timer.unref();
  return { close: () => clearInterval(timer) };
}

/**
 * Works on every T file in a folder: W while it does, P when it is done, there as a whole or not at
 * all. A file that cannot be worked on stays as W; the log says why.
 */
function workThrough(world: World, folder: string): void {
  for (const name of readdirSync(folder)) {
    if (!/^T[\w-]+\.dat$/i.test(name)) continue;
    const working = join(folder, name.replace(/^T/i, 'W'));
    const written = join(folder, `${processedName(name)}.part`);
    try {
      renameSync(join(folder, name), working);
      writeFileSync(written, processBatch(world, readFileSync(working, 'latin1')), 'latin1');
      renameSync(written, join(folder, processedName(name)));
      rmSync(working);
    } catch (error) {
      world.log.error({ error, name }, 'batch file left as it is');
    }
  }
}
