import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createClock } from 'paygate-bff/src/clock.ts';
import { readEnv } from 'paygate-bff/src/env.ts';
import { type Closers, createClosers } from 'paygate-bff/src/house/closers.ts';
import { loadMasterKey } from 'paygate-bff/src/house/master-key.ts';
import { createLiveHub } from 'paygate-bff/src/live/live-hub.ts';
import { createLog } from 'paygate-bff/src/log.ts';
import { createSecrets } from 'paygate-bff/src/secrets.ts';
import { openDatabase } from 'paygate-bff/src/storage/database.ts';
import { findEmbedded } from 'paygate-bff/src/storage/embedded-postgres/start-embedded.ts';
import type { BenchCommand } from '../bench-command.ts';
import { fillHouse } from '../data/fill-house.ts';
import { createDeskClient, signIn } from './desk-client.ts';
import { startDeskProcess } from './desk-process.ts';
import type { House } from './house.ts';

/** The one house of a run. */
export type Houses = { open(): Promise<House>; close(): Promise<void> };

/** The newest tenth of the payments has its single steps. */
const STEPS = 0.1;

/** Fills a data directory and starts the product on it when the first figure asks; once for all of them. */
export function createHouses(command: BenchCommand, say: (line: string) => void): Houses {
  const closers = createClosers(createLog());
  let opened: Promise<House> | null = null;
  return {
    open: () => {
      opened ??= open(command, closers, say);
      return opened;
    },
    close: () => closers.closeAll(),
  };
}

async function open(
  { rows, dataDir: given }: BenchCommand,
  closers: Closers,
  say: (line: string) => void,
): Promise<House> {
  const dataDir = given ?? join(mkdtempSync(join(tmpdir(), 'desk-bench-')), 'data');
  if (given === null) {
    const folder = dirname(dataDir);
    await closers.add('data', () => rmSync(folder, { recursive: true, force: true }));
  }
  if (!existsSync(join(dataDir, 'postgres'))) {
    say(`making ${rows} payments`);
    await fillHouse({
      env: readEnv({ DATA_DIR: dataDir }),
      plan: { rows, steps: STEPS, now: Date.now() },
      log: createLog(),
      closers,
      say,
    });
  }
  say('starting the product');
  const desk = await startDeskProcess(dataDir);
  await closers.add('product', () => desk.stop());
  const urls = await findEmbedded(dataDir);
  if (urls === null) throw new Error('the database of the product does not answer');

  const env = readEnv({ DATA_DIR: dataDir, SIMULATOR_PORT: String(desk.simulatorPort) });
  const log = createLog();
  const database = openDatabase(urls.appUrl);
  await closers.add('database connections', () => database.close());
  const live = createLiveHub({ url: urls.appUrl, log });
  await closers.add('live updates', () => live.close());
  const secrets = createSecrets(loadMasterKey(env));
  const counted = await database.export.query<{ count: number }>('SELECT count(*) FROM payments');
  return {
    desk,
    manager: createDeskClient(desk.url, await signIn(desk.url)),
    deps: { env, log, database, live, secrets, clock: createClock() },
    ...urls,
    dataDir,
    payments: counted.rows[0]?.count ?? 0,
  };
}
