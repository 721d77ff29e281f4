import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readEnv } from '../env.ts';
import { migrate } from '../storage/migrate.ts';
import { type TestDatabase, testDatabase } from '../storage/testing.ts';
import { createClosers } from './closers.ts';
import { openStorage } from './open-storage.ts';

let db: TestDatabase;
let logged: string[];
const log = pino({ level: 'info' }, { write: (line) => logged.push(line) });

beforeEach(async () => {
  db = await testDatabase();
  logged = [];
});

afterEach(() => db.drop());

async function open(settings: Record<string, string>) {
  const closers = createClosers(log);
  const env = readEnv({
    DEMO: 'off',
    MASTER_KEY: Buffer.alloc(32).toString('base64'),
    ...settings,
  });
  const { database } = await openStorage(env, log, closers);
  return { database, closers };
}

describe('a PostgreSQL server of DATABASE_URL', () => {
  test('is used with two roles, the second for migrations alone', async () => {
    const { database, closers } = await open({
      DATABASE_URL: db.appUrl,
      DATABASE_OWNER_URL: db.ownerUrl,
    });

    const { rows } = await database.read.query('SELECT current_user AS name');
    expect(rows).toEqual([{ name: 'desk_app' }]);
    await expect(database.money.query('DELETE FROM audit_log')).rejects.toThrow('denied');
    expect(logged).toEqual([]);
    await closers.closeAll();
  });

  test('is used with one role under a warning', async () => {
    const { closers } = await open({ DATABASE_URL: db.ownerUrl });

    expect(logged.join()).toContain('DATABASE_OWNER_URL is not set');
    await closers.closeAll();
  });

  test('is used by several processes at once', async () => {
    const settings = { DATABASE_URL: db.appUrl, DATABASE_OWNER_URL: db.ownerUrl };

    const opened = await Promise.all([open(settings), open(settings), open(settings)]);

    await Promise.all(opened.map(({ closers }) => closers.closeAll()));
  });

  test('that refuses us is named without its password', async () => {
    const url = new URL(db.appUrl);
    url.password = 'not-the-one';

    const failed = open({ DATABASE_URL: url.href });

    await expect(failed).rejects.toThrow(/did not accept user desk_app: .* Check DATABASE_URL/);
    await expect(failed).rejects.not.toThrow('not-the-one');
  });
});

test('a role that may not own tables cannot migrate, and is told so', async () => {
  await expect(migrate(db.appUrl, 'desk_app')).rejects.toThrow(/permission denied/);
});
