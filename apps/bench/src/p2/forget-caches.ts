import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { SUPERUSER } from 'paygate-bff/src/storage/embedded-postgres/create-cluster.ts';
import { keepPasswords, socketUrl } from 'paygate-bff/src/storage/embedded-postgres/passwords.ts';
import pg from 'pg';
import type { House } from '../house/house.ts';

const run = promisify(execFile);
const FILES_AT_ONCE = 500;

/**
 * Empties the buffers of PostgreSQL and takes the files of this database, and no others, out of the
 * system's cache. False where that cannot be done: another system than Linux, a server elsewhere.
 */
export async function forgetCaches({ dataDir }: House): Promise<boolean> {
  if (process.platform !== 'linux') return false;
  const cluster = join(dataDir, 'postgres');
  await evictBuffers(dataDir, cluster);
  const entries = await readdir(join(cluster, 'base'), { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  for (let at = 0; at < files.length; at += FILES_AT_ONCE) {
    await run('sh', ['-c', FORGET, 'sh', ...files.slice(at, at + FILES_AT_ONCE)]);
  }
  return true;
}

/** `dd` that copies nothing tells the system that the whole file is not needed any more. */
const FORGET = 'for file; do dd if="$file" iflag=nocache count=0 status=none || exit 1; done';

/** From another database than the product's: nothing of the bench stays in it. */
async function evictBuffers(dataDir: string, cluster: string): Promise<void> {
  const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n');
  const { superuser } = keepPasswords(dataDir, true);
  const url = socketUrl(lines[4] ?? '', SUPERUSER, superuser, 'postgres');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('CREATE EXTENSION IF NOT EXISTS pg_buffercache');
    await client.query('CHECKPOINT');
    await client.query('SELECT pg_buffercache_evict_all()');
  } finally {
    await client.end();
  }
}
