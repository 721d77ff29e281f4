import { constants, setPriority } from 'node:os';
import { createClock } from '../clock.ts';
import { createClosers } from '../house/closers.ts';
import { watchForTheUnexpected } from '../house/last-resort.ts';
import { loadMasterKey } from '../house/master-key.ts';
import { createLiveHub } from '../live/live-hub.ts';
import { createLog } from '../log.ts';
import { createSecrets } from '../secrets.ts';
import { openDatabase } from '../storage/database.ts';
import { startExportWorker } from './export-worker.ts';
import type { ToldProcess } from './keep-export-process.ts';

// Makes the files of one server in a process of its own: what a million rows take of memory and of
// time is taken from no capture. Ends by itself when there is nothing left to make, and when the
// server that started it is gone.

/** Longer than people need to ask for the next one. */
const REST_MS = 30_000;
/** Longer than giving back takes. Whoever hangs until then keeps its lease from nobody any more. */
const LEAVE_LIMIT_MS = 10_000;

const log = createLog();
const closers = createClosers(log);
let time = { now: 0, wall: 0 };
const clock = createClock(
  () => time.now,
  () => time.wall,
);

// Whoever waits for a file waits for minutes, whoever captures for milliseconds.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
watchForTheUnexpected(process, log, () => void leave(1));
process.once('disconnect', () => void leave(0));
process.on('message', (told: ToldProcess) => {
  time = told.time;
  if (told.type === 'begin') void begin(told);
});

async function begin({ databaseUrl, env }: ToldProcess & { readonly type: 'begin' }) {
  const database = openDatabase(databaseUrl);
  await closers.add('database connections', () => database.close());
  const live = createLiveHub({ url: databaseUrl, log });
  await closers.add('live updates', () => live.close());
  const secrets = createSecrets(loadMasterKey(env));
  const deps = { env, clock, database, log, secrets, live };
  const worker = startExportWorker(deps, { restMs: REST_MS, onRest: () => void leave(0) });
  await closers.add('export worker', () => worker.stop());
}

/** Work under way is given back first, unless the database holds that up: then its lease runs out. */
async function leave(code: number): Promise<void> {
  setTimeout(() => process.exit(1), LEAVE_LIMIT_MS).unref();
  await closers.closeAll();
  process.exit(code);
}
