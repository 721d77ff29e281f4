import { createClock } from 'paygate-bff/src/clock.ts';
import type { Deps } from 'paygate-bff/src/deps.ts';
import type { Env } from 'paygate-bff/src/env.ts';
import type { Closers } from 'paygate-bff/src/house/closers.ts';
import { loadMasterKey } from 'paygate-bff/src/house/master-key.ts';
import { openStorage } from 'paygate-bff/src/house/open-storage.ts';
import { createLiveHub } from 'paygate-bff/src/live/live-hub.ts';
import { createSecrets } from 'paygate-bff/src/secrets.ts';
import { lockDataDirectory } from 'paygate-bff/src/storage/data-lock.ts';
import { findEmbedded } from 'paygate-bff/src/storage/embedded-postgres/start-embedded.ts';
import { ensureDemo } from 'paygate-bff/src/users/ensure-demo.ts';
import type { Logger } from 'pino';

/** A house without doors: its database, migrated, with the demo's merchants, people and connections. */
export type House = { readonly deps: Deps; readonly ownerUrl: string };

/** Opens the database of `DATABASE_URL`, or the embedded one of `DATA_DIR`, made where it is missing. */
export async function openHouse(env: Env, log: Logger, closers: Closers): Promise<House> {
  if (env.databaseUrl === null) {
    const lock = lockDataDirectory(env.dataDir);
    await closers.add('data directory', () => lock.release());
  }
  const secrets = createSecrets(loadMasterKey(env));
  const { database, appUrl } = await openStorage(env, log, closers);
  const embedded = env.databaseUrl === null ? await findEmbedded(env.dataDir) : null;
  const ownerUrl = embedded?.ownerUrl ?? env.databaseOwnerUrl ?? appUrl;
  const live = createLiveHub({ url: appUrl, log });
  await closers.add('live updates', () => live.close());
  const deps: Deps = { env, clock: createClock(), database, log, secrets, live };
  await ensureDemo(deps);
  return { deps, ownerUrl };
}
