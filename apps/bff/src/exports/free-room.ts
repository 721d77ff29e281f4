import { statfs } from 'node:fs/promises';
import type { Env } from '../env.ts';

/** What is left for everything else: payments must never wait because a table was exported. */
const RESERVE = 256 * 1024 * 1024;

/**
 * Whether `bytes` more fit beside the embedded database. An own database server keeps watch over its
 * disk itself and says no when it is full.
 */
export async function hasRoom(
  { databaseUrl, dataDir }: Pick<Env, 'databaseUrl' | 'dataDir'>,
  bytes: number,
): Promise<boolean> {
  if (databaseUrl !== null) return true;
  const disk = await statfs(dataDir).catch(() => null);
  // Written once as the file and once in the log of the database.
  return disk === null || disk.bavail * disk.bsize > RESERVE + 2 * bytes;
}
