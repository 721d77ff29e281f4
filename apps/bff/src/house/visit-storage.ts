import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Env } from '../env.ts';
import { StartError } from '../start-error.ts';
import { lockDataDirectory, lockHolder } from '../storage/data-lock.ts';
import { type Database, openDatabase } from '../storage/database.ts';
import type { Closers } from './closers.ts';
import { keepEmbedded } from './embedded-storage.ts';
import { reachStorage } from './open-storage.ts';

/**
 * The database as it is, to look at: nothing is migrated. That of `DATABASE_URL`, of the Paygate
 * Desk that runs on this `DATA_DIR`, or one started for this moment.
 */
export async function visitStorage(env: Env, log: Logger, closers: Closers): Promise<Database> {
  if (env.databaseUrl === null && lockHolder(env.dataDir) !== null) {
    return reachStorage(env, closers);
  }
  const database = openDatabase(env.databaseUrl ?? (await startEmbedded(env, log, closers)));
  await closers.add('database connections', () => database.close());
  return database;
}

async function startEmbedded(env: Env, log: Logger, closers: Closers): Promise<string> {
  if (!existsSync(join(env.dataDir, 'postgres'))) {
    throw new StartError(`There is no database in ${env.dataDir}. Set DATA_DIR to the right one.`);
  }
  const lock = lockDataDirectory(env.dataDir);
  await closers.add('data directory', () => lock.release());
  return (await keepEmbedded(env, log, closers)).appUrl;
}
