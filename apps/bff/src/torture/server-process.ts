import { flushCompileCache } from 'node:module';
import { createApp } from '../app.ts';
import type { Clock } from '../clock.ts';
import { proveMasterKey } from '../connections/prove-master-key.ts';
import type { Deps } from '../deps.ts';
import { readEnv } from '../env.ts';
import { createClosers } from '../house/closers.ts';
import { listen } from '../house/listen.ts';
import { loadMasterKey } from '../house/master-key.ts';
import { createLiveHub } from '../live/live-hub.ts';
import { createLog } from '../log.ts';
import { startWorkers } from '../main.ts';
import { createSecrets } from '../secrets.ts';
import { openDatabase } from '../storage/database.ts';
import { patiently } from './patiently.ts';

/** How far the clock of all servers is ahead of the machine's (ms). */
type Told = { readonly offset: number };

// A server as `main.ts` assembles it, but for its clock: weeks can pass in it.
const env = readEnv();
const log = createLog();
let offset = Number(process.argv[2] ?? '0');
const clock: Clock = { now: () => Date.now() + offset, wall: () => Date.now() + offset };

// Whoever started it is gone, however that came: nothing of a run may outlive it.
process.on('disconnect', () => process.exit(0));
if (env.databaseUrl === null) throw new Error('DATABASE_URL is not set');
const database = openDatabase(env.databaseUrl);
const live = createLiveHub({ url: env.databaseUrl, log });
const secrets = createSecrets(loadMasterKey(env));
const deps: Deps = { env, clock, database, log, secrets, live };
process.on('message', (told: Told) => {
  offset = told.offset;
  live.publish({ type: 'clock' });
});

await listenAndWork();

async function listenAndWork(): Promise<void> {
  const door = await listen(env.port, false);
  // The database may just be away: a server that was killed begins anew in the middle of that.
  await patiently(() => proveMasterKey(deps));
  await startWorkers(deps, createClosers(log));
  door.open(createApp(deps));
  process.send?.('ready');
  // Where Node was told to keep what it compiled: a killed server could not do that at its end.
  flushCompileCache();
}
