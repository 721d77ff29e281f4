import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { StartError } from '../start-error.ts';
import { grantToApp } from './grants.ts';
import { withOwner } from './owner-connection.ts';

type Migration = { readonly id: string; readonly sha256: string; readonly sql: string };

const FOLDER = join(import.meta.dirname, 'migrations');
const FILE_NAME = /^\d{4}-[a-z0-9-]+\.sql$/;
/** Held while migrating; any number that nothing else in the database uses. */
const LOCK = 7_236_401;

/**
 * Brings the database to this version's schema and grants the application's role what it needs.
 * Several processes may call it at once: one works, the others wait and find it done. Throws a
 * StartError when a migration was changed after it was applied, or the database is newer than us.
 */
export async function migrate(ownerUrl: string, appRole: string, folder = FOLDER): Promise<void> {
  const files = readMigrations(folder);
  await withOwner(ownerUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await client.query(
      `CREATE TABLE IF NOT EXISTS schema_migrations (
         id text PRIMARY KEY, sha256 text NOT NULL, applied_at timestamptz(3) NOT NULL DEFAULT now())`,
    );
    const applied = await client.query<{ id: string; sha256: string }>(
      'SELECT id, sha256 FROM schema_migrations ORDER BY id',
    );
    for (const file of pending(files, applied.rows)) await apply(client, file);
    await grantToApp(client, appRole);
  });
}

/** The migrations of this version in their order. Line ends do not count: Git may change them. */
function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((name) => FILE_NAME.test(name))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
      return { id: name, sha256: createHash('sha256').update(sql).digest('hex'), sql };
    });
}

function pending(
  files: readonly Migration[],
  applied: readonly { readonly id: string; readonly sha256: string }[],
): Migration[] {
  for (const [index, { id, sha256 }] of applied.entries()) {
    const file = files[index];
    if (file === undefined || !files.some((known) => known.id === id)) {
      throw new StartError(
        `The database was migrated by a newer Paygate Desk (${id}). Start that version, or set DATABASE_URL or DATA_DIR to another database.`,
      );
    }
    if (file.id !== id) {
      throw new StartError(
        `Migration ${file.id} comes before ${id}, which is applied already. Give it a higher number.`,
      );
    }
    if (file.sha256 !== sha256) {
      throw new StartError(
        `Migration ${id} was changed after it was applied. Restore the file and put the change into a new one.`,
      );
    }
  }
  return files.slice(applied.length);
}

async function apply(client: pg.Client, { id, sha256, sql }: Migration): Promise<void> {
  try {
    await client.query('BEGIN');
    await client.query(sql);
    await client.query('INSERT INTO schema_migrations (id, sha256) VALUES ($1, $2)', [id, sha256]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    const why = error instanceof Error ? error.message : String(error);
    throw new StartError(`Migration ${id} failed and changed nothing: ${why}`, { cause: error });
  }
}
