import type { Logger } from 'pino';
import type { Env } from '../env.ts';
import { StartError } from '../start-error.ts';
import { type Database, openDatabase } from '../storage/database.ts';
import { findEmbedded } from '../storage/embedded-postgres/start-embedded.ts';
import { migrate } from '../storage/migrate.ts';
import { roleBehind } from '../storage/owner-connection.ts';
import type { Closers } from './closers.ts';
import { keepEmbedded } from './embedded-storage.ts';

/** The database, migrated, and the address under which the application reaches it. */
export type Storage = { readonly database: Database; readonly appUrl: string };

/** Starts the embedded PostgreSQL or reaches the server of `DATABASE_URL`, and migrates it. */
export async function openStorage(env: Env, log: Logger, closers: Closers): Promise<Storage> {
  const { appUrl, ownerUrl } = await addresses(env, log, closers);
  const [appRole, ownerRole] = await Promise.all([roleBehind(appUrl), roleBehind(ownerUrl)]);
  if (appRole === ownerRole) {
    log.warn(
      'DATABASE_OWNER_URL is not set to a role of its own: only the application keeps the audit log from being changed.',
    );
  }
  await migrate(ownerUrl, appRole);
  const database = openDatabase(appUrl);
  await closers.add('database connections', () => database.close());
  return { database, appUrl };
}

/** The embedded database of a Paygate Desk that is running. */
export async function reachStorage(env: Env, closers: Closers): Promise<Database> {
  const found = await findEmbedded(env.dataDir);
  if (found === null) {
    throw new StartError(
      'Paygate Desk is just starting or stopping on this DATA_DIR. Try again in a moment.',
    );
  }
  const database = openDatabase(found.appUrl);
  await closers.add('database connections', () => database.close());
  return database;
}

async function addresses(
  env: Env,
  log: Logger,
  closers: Closers,
): Promise<{ appUrl: string; ownerUrl: string }> {
  if (env.databaseUrl !== null) {
    return { appUrl: env.databaseUrl, ownerUrl: env.databaseOwnerUrl ?? env.databaseUrl };
  }
  return keepEmbedded(env, log, closers);
}
