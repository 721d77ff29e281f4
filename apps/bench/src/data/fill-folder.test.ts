import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Env, readEnv } from 'paygate-bff/src/env.ts';
import { createClosers } from 'paygate-bff/src/house/closers.ts';
import { createLog } from 'paygate-bff/src/log.ts';
import { verifyReports } from 'paygate-bff/src/reports/verify-reports.ts';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fillFolder } from './fill-folder.ts';
import { readIndexes } from './indexes.ts';
import { openHouse } from './open-house.ts';

const ROWS = 3000;
let folder: string;
let env: Env;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-fill-'));
  env = readEnv({ DATA_DIR: join(folder, 'data') });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const log = createLog();
const fill = (say: (line: string) => void = () => undefined) =>
  fillFolder({
    env,
    plan: { rows: ROWS, steps: 0.5, now: Date.now() },
    log,
    closers: createClosers(log),
    say,
  });

/** What a house says of itself: its settings, its indexes, its payments, its reports. */
async function inspect(opened: Env) {
  const closers = createClosers(log);
  const { deps, ownerUrl } = await openHouse(opened, log, closers);
  const pool = new pg.Pool({ connectionString: ownerUrl });
  pool.on('error', () => undefined);
  try {
    const { rows: settings } = await pool.query<{ name: string; value: string }>(
      `SELECT name, setting AS value FROM pg_settings
       WHERE name NOT IN ('data_directory', 'config_file', 'hba_file', 'ident_file', 'unix_socket_directories')
         AND name NOT LIKE 'application%' ORDER BY name`,
    );
    const counted = await pool.query<{ count: number }>('SELECT count(*) FROM payments');
    return {
      settings,
      indexes: (await readIndexes(pool)).drop.toSorted(),
      payments: Number(counted.rows[0]?.count),
      wrongReports: await verifyReports(deps),
    };
  } finally {
    await pool.end();
    await closers.closeAll();
  }
}

test('filling that stops half way leaves no house; filled, it is set up like any other', {
  timeout: 120_000,
}, async () => {
  const empty = await inspect({ ...env, dataDir: join(folder, 'empty') });
  const stop = fill((line) => {
    if (line.startsWith('payments:')) throw new Error('stopped');
  });
  await expect(stop).rejects.toThrow('stopped');
  expect(existsSync(env.dataDir)).toBe(false);

  await fill();

  const filled = await inspect(env);
  expect(filled).toEqual({ ...empty, payments: ROWS });
  expect(filled.indexes.length).toBeGreaterThan(40);
  await expect(fill()).rejects.toThrow('There is something in');
});
