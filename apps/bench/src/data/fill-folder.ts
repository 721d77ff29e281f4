import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Env } from 'paygate-bff/src/env.ts';
import { type Closers, createClosers } from 'paygate-bff/src/house/closers.ts';
import { lockDataDirectory } from 'paygate-bff/src/storage/data-lock.ts';
import {
  findEmbedded,
  startEmbeddedPostgres,
} from 'paygate-bff/src/storage/embedded-postgres/start-embedded.ts';
import type { Logger } from 'pino';
import { checkSums } from './check-sums.ts';
import { loadingSettings } from './loading-settings.ts';
import { type DataPlan, makeData } from './make-data.ts';
import { openHouse } from './open-house.ts';
import { type Say, timed } from './timed.ts';

/** What is to be filled, and with how much. Whoever closes `closers` stops it. */
export type Filling = {
  readonly env: Env;
  readonly plan: DataPlan;
  readonly log: Logger;
  readonly closers: Closers;
  readonly say: Say;
};

/**
 * Makes `DATA_DIR` with the house of the demo and these payments, held against the product: whole or not
 * at all. Until it is, it is a draft beside that folder, which the next attempt removes. Throws where
 * there is something already.
 */
export async function fillFolder(filling: Filling): Promise<void> {
  const { dataDir } = filling.env;
  if (existsSync(dataDir) && readdirSync(dataDir).length > 0) {
    throw new Error(`There is something in ${dataDir} already. Give an empty folder.`);
  }
  const draft = `${dataDir}.draft`;
  await mkdir(dirname(draft), { recursive: true });
  await discardDraft(draft);

  const inDraft = { ...filling, env: { ...filling.env, dataDir: draft } };
  await during(inDraft, (closers) => openHouse(inDraft.env, filling.log, closers));
  const sums = await during(inDraft, (closers) => load(inDraft, closers));
  await timed(filling.say, 'check against the product', () =>
    during(inDraft, async (closers) => {
      const { deps } = await openHouse(inDraft.env, filling.log, closers);
      await checkSums(deps, sums);
    }),
  );
  rmSync(dataDir, { recursive: true, force: true });
  renameSync(draft, dataDir);
}

/** The payments and their indexes, by a server of its own that is set up for nothing else. */
async function load({ env, plan, say }: Filling, closers: Closers) {
  const lock = lockDataDirectory(env.dataDir);
  await closers.add('data directory', () => lock.release());
  const server = await startEmbeddedPostgres(env.dataDir, undefined, loadingSettings());
  await closers.add('PostgreSQL', () => timed(say, 'written to disk', () => server.stop()));
  return makeData(server.ownerUrl, plan, say);
}

/** A stopped attempt may have left its server running. */
async function discardDraft(draft: string): Promise<void> {
  if (!existsSync(draft)) return;
  const lock = lockDataDirectory(draft);
  try {
    if ((await findEmbedded(draft)) !== null) await (await startEmbeddedPostgres(draft)).stop();
    rmSync(draft, { recursive: true, force: true });
  } finally {
    lock.release();
  }
}

/** What `work` opens is closed after it, or when everything is. */
async function during<T>(
  { log, closers }: Filling,
  work: (closers: Closers) => Promise<T>,
): Promise<T> {
  const inner = createClosers(log);
  await closers.add('draft', () => inner.closeAll());
  try {
    return await work(inner);
  } finally {
    await inner.closeAll();
  }
}
