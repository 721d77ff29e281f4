import { mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from './embedded-postgres/start-embedded.ts';
import { migrate } from './migrate.ts';

const ROOM_BYTES = 6_000_000_000;

/** Starts one PostgreSQL server for the whole test run; its migrated database is the template of every other. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(roomyMemory() ?? tmpdir(), 'desk-test-'));
  const server = await startEmbeddedPostgres(dataDir);
  await migrate(server.ownerUrl, 'desk_app');
  project.provide('postgres', {
    appUrl: server.appUrl,
    ownerUrl: server.ownerUrl,
    adminUrl: superuserUrl(server.ownerUrl, dataDir),
  });
  return async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

/**
 * The file system in memory, where it has room for a whole run. Every test file copies the template
 * database, which took seconds each on a disk that others write to.
 */
function roomyMemory(folder = '/dev/shm'): string | null {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize > ROOM_BYTES ? folder : null;
  } catch {
    return null;
  }
}

function superuserUrl(ownerUrl: string, dataDir: string): string {
  const url = new URL(ownerUrl);
  const kept: unknown = JSON.parse(readFileSync(join(dataDir, 'postgres-passwords.json'), 'utf8'));
  if (typeof kept !== 'object' || kept === null || !('superuser' in kept))
    throw new Error('no password');
  url.username = 'postgres';
  url.password = String(kept.superuser);
  url.pathname = '/postgres';
  return url.href;
}
