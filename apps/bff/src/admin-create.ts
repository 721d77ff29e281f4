import { parseArgs } from 'node:util';
import type { Logger } from 'pino';
import { z } from 'zod';
import { createClock } from './clock.ts';
import { type Env, readEnv } from './env.ts';
import type { Closers } from './house/closers.ts';
import { loadMasterKey } from './house/master-key.ts';
import { openStorage, reachStorage } from './house/open-storage.ts';
import { runCommand } from './house/run-command.ts';
import { createSecrets } from './secrets.ts';
import { StartError } from './start-error.ts';
import { lockDataDirectory, lockHolder } from './storage/data-lock.ts';
import type { Database } from './storage/database.ts';
import { createAdmin } from './users/create-admin.ts';

const USAGE =
  'Usage: pnpm admin:create --email you@example.com [--name "Your Name"] [--merchant "Your Shop"]';

await runCommand({ failed: 'could not make the account', failedCode: 1 }, async (log, closers) => {
  const command = readCommand();
  const env = readEnv();
  if (env.demo) {
    throw new StartError('Demo mode has its own accounts. Set DEMO=off to make a real one.');
  }
  const database = await findDatabase(env, log, closers);
  const secrets = createSecrets(loadMasterKey(env));
  const token = await createAdmin({ clock: createClock(), database, secrets }, command);
  process.stdout.write(
    `Open this link within 24 hours to choose a password. It works once.\n` +
      `http://localhost:${env.port}/accept-invite?token=${token}\n` +
      `(If people reach Paygate Desk under another address, put that one in front of /accept-invite.)\n`,
  );
  return 0;
});

function readCommand() {
  try {
    const { values } = parseArgs({
      options: {
        email: { type: 'string' },
        name: { type: 'string' },
        merchant: { type: 'string' },
      },
    });
    const email = z.email().max(254).parse(values.email);
    const name = values.name?.trim() || email;
    return { email, name, merchantName: values.merchant?.trim() || 'Shop' };
  } catch (error) {
    throw new StartError(USAGE, { cause: error });
  }
}

/** The database of a running Paygate Desk, or one started for this moment. */
async function findDatabase(env: Env, log: Logger, closers: Closers): Promise<Database> {
  if (env.databaseUrl !== null) return (await openStorage(env, log, closers)).database;
  if (lockHolder(env.dataDir) !== null) return reachStorage(env, closers);
  const lock = lockDataDirectory(env.dataDir);
  await closers.add('data directory', () => lock.release());
  return (await openStorage(env, log, closers)).database;
}
