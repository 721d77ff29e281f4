import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { migrate } from './migrate.ts';
import { withOwner } from './owner-connection.ts';
import { type TestDatabase, testDatabase } from './testing.ts';

let db: TestDatabase;
let folder: string;

beforeEach(async () => {
  db = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'desk-migrations-'));
  await withOwner(db.ownerUrl, (client) => client.query('DROP TABLE schema_migrations'));
});

afterEach(async () => {
  await db.drop();
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, sql: string): void {
  writeFileSync(join(folder, name), sql);
}

async function applied(): Promise<string[]> {
  const { rows } = await db.database.read.query<{ id: string }>(
    'SELECT id FROM schema_migrations ORDER BY id',
  );
  return rows.map(({ id }) => id);
}

describe('migrating', () => {
  test('applies the files in order and only once', async () => {
    write('0001-one.sql', 'CREATE TABLE one (id integer)');
    await migrate(db.ownerUrl, 'desk_app', folder);
    write('0002-two.sql', 'ALTER TABLE one ADD COLUMN more integer');

    await migrate(db.ownerUrl, 'desk_app', folder);
    await migrate(db.ownerUrl, 'desk_app', folder);

    expect(await applied()).toEqual(['0001-one.sql', '0002-two.sql']);
  });

  test('C08 lets several processes start at once', async () => {
    write('0001-one.sql', 'CREATE TABLE one (id integer)');

    await Promise.all(Array.from({ length: 4 }, () => migrate(db.ownerUrl, 'desk_app', folder)));

    expect(await applied()).toEqual(['0001-one.sql']);
  });

  test('refuses a file that was changed after it was applied', async () => {
    write('0001-one.sql', 'CREATE TABLE one (id integer)');
    await migrate(db.ownerUrl, 'desk_app', folder);
    write('0001-one.sql', 'CREATE TABLE one (id bigint)');

    await expect(migrate(db.ownerUrl, 'desk_app', folder)).rejects.toThrow(
      'Migration 0001-one.sql was changed after it was applied',
    );
  });

  test('does not mind other line ends', async () => {
    write('0001-one.sql', 'CREATE TABLE one (\nid integer)');
    await migrate(db.ownerUrl, 'desk_app', folder);
    write('0001-one.sql', 'CREATE TABLE one (\r\nid integer)');

    await migrate(db.ownerUrl, 'desk_app', folder);

    expect(await applied()).toEqual(['0001-one.sql']);
  });

  test('C08 refuses a database that a newer version migrated', async () => {
    write('0001-one.sql', 'CREATE TABLE one (id integer)');
    write('0002-two.sql', 'CREATE TABLE two (id integer)');
    await migrate(db.ownerUrl, 'desk_app', folder);
    rmSync(join(folder, '0002-two.sql'));

    await expect(migrate(db.ownerUrl, 'desk_app', folder)).rejects.toThrow(
      'migrated by a newer Paygate Desk (0002-two.sql)',
    );
  });

  test('refuses a file that comes before an applied one', async () => {
    write('0002-two.sql', 'CREATE TABLE two (id integer)');
    await migrate(db.ownerUrl, 'desk_app', folder);
    write('0001-one.sql', 'CREATE TABLE one (id integer)');

    await expect(migrate(db.ownerUrl, 'desk_app', folder)).rejects.toThrow(
      'Migration 0001-one.sql comes before 0002-two.sql',
    );
  });

  test('leaves nothing of a file that fails', async () => {
    write('0001-one.sql', 'CREATE TABLE one (id integer); SELECT 1 / 0');

    await expect(migrate(db.ownerUrl, 'desk_app', folder)).rejects.toThrow(
      'Migration 0001-one.sql failed and changed nothing: division by zero',
    );

    await expect(db.database.read.query('SELECT * FROM one')).rejects.toThrow('does not exist');
  });

  test('says where it looked when no server answers', async () => {
    const url = 'postgresql://somebody:secret@127.0.0.1:9/nowhere';

    const failed = migrate(url, 'desk_app', folder);

    await expect(failed).rejects.toThrow(/nowhere at 127\.0\.0\.1:9 .* Check DATABASE_URL/);
    await expect(failed).rejects.not.toThrow('secret');
  });
});

describe("the application's role", () => {
  test.each(['payment_events', 'audit_log'])('may add to %s but not change it', async (table) => {
    const { read } = db.database;

    await expect(read.query(`SELECT * FROM ${table}`)).resolves.toBeDefined();
    await expect(read.query(`UPDATE ${table} SET merchant_id = 1`)).rejects.toThrow('denied');
    await expect(read.query(`DELETE FROM ${table}`)).rejects.toThrow('denied');
    await expect(read.query(`TRUNCATE ${table}`)).rejects.toThrow('denied');
  });

  test('may not change the schema', async () => {
    await expect(db.database.read.query('CREATE TABLE mine (id integer)')).rejects.toThrow(
      'denied',
    );
    await expect(db.database.read.query('DROP TABLE payments')).rejects.toThrow('must be owner');
  });
});
