import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { recordAudit } from './audit/record-audit.ts';
import { childEnvironment } from './env.ts';
import { lockDataDirectory } from './storage/data-lock.ts';
import { inTransaction, openDatabase } from './storage/database.ts';
import { startEmbeddedPostgres } from './storage/embedded-postgres/start-embedded.ts';
import { migrate } from './storage/migrate.ts';
import { withOwner } from './storage/owner-connection.ts';
import { type TestDatabase, testDatabase } from './storage/testing.ts';

const COMMAND = join(import.meta.dirname, 'audit-verify.ts');

let db: TestDatabase;
let folder: string;
beforeEach(async () => {
  db = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'desk-verify-'));
});
afterEach(async () => {
  await db.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the command as a person would. */
async function verify(settings: Readonly<Record<string, string>>, ...args: string[]) {
  const child = spawn(process.execPath, [COMMAND, ...args], {
    env: childEnvironment({ DATABASE_URL: '', DATABASE_OWNER_URL: '', ...settings }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const code = await new Promise<number | null>((done) => child.once('close', done));
  return { code, output };
}

async function write(database: TestDatabase['database'], count: number) {
  for (let at = 1; at <= count; at += 1) {
    await inTransaction(database.money, (sql) =>
      recordAudit(sql, {
        merchantId: 1,
        at,
        actorId: null,
        action: 'signed-in',
        subject: `user:${at}`,
        details: {},
      }),
    );
  }
}

describe('verifying a PostgreSQL server of DATABASE_URL', () => {
  const here = () => ({ DATABASE_URL: db.appUrl });
  const asOwner = (text: string) => withOwner(db.ownerUrl, (client) => client.query(text));

  test('tells the head of every merchant', async () => {
    await write(db.database, 3);

    const { code, output } = await verify(here());

    expect(output).toMatch(/^merchant 1: 3 lines intact, head [0-9a-f]{64}\n/);
    expect(code).toBe(0);
  });

  test('names the first line that is not as it was written', async () => {
    await write(db.database, 3);
    await asOwner(`UPDATE audit_log SET action = 'nothing' WHERE seq = 2`);

    const { code, output } = await verify(here());

    expect(output).toContain('merchant 1: NOT INTACT: line 2 was changed after it was written');
    expect(code).toBe(1);
  });

  test('notices a cut end by the anchor, which it then leaves as it was', async () => {
    const anchor = join(folder, 'anchor.jsonl');
    await write(db.database, 3);
    expect(await verify(here(), '--anchor', anchor)).toMatchObject({ code: 0 });
    await write(db.database, 1);
    expect(await verify(here(), '--anchor', anchor)).toMatchObject({ code: 0 });
    const written = readFileSync(anchor, 'utf8');
    expect(JSON.parse(written)).toMatchObject({ merchant: 1, seq: 4 });
    await asOwner(
      `DELETE FROM audit_log WHERE seq > 2;
       UPDATE audit_heads SET seq = 2, hash = (SELECT hash FROM audit_log WHERE seq = 2)`,
    );

    expect(await verify(here())).toMatchObject({ code: 0 });
    const { code, output } = await verify(here(), '--anchor', anchor);

    expect(output).toContain('merchant 1: NOT INTACT: line 3 is missing');
    expect(code).toBe(1);
    expect(readFileSync(anchor, 'utf8')).toBe(written);
  });

  test.each([
    ['a file that is no anchor', () => ['--anchor', COMMAND], 'is not an anchor'],
    ['a folder that does not exist', () => ['--anchor', join(folder, 'no', 'a')], 'ENOENT'],
    ['an option that does not exist', () => ['--ancor', 'x'], 'Usage: pnpm audit:verify'],
  ])('says what to do about %s', async (_, args, words) => {
    const { code, output } = await verify(here(), ...args());

    expect(output).toContain(words);
    expect(code).toBe(2);
  });

  test('does not take an emptied anchor for one', async () => {
    const anchor = join(folder, 'anchor.jsonl');
    writeFileSync(anchor, '{}\n');

    expect(await verify(here(), '--anchor', anchor)).toMatchObject({ code: 2 });
  });
});

describe('verifying the embedded database', () => {
  test('works while Paygate Desk runs and when it does not', async () => {
    const settings = { DATA_DIR: folder };
    const lock = lockDataDirectory(folder);
    const server = await startEmbeddedPostgres(folder);
    await migrate(server.ownerUrl, 'desk_app');
    const database = openDatabase(server.appUrl);
    await write(database, 2);

    const running = await verify(settings);
    await database.close();
    await server.stop();
    lock.release();
    const stopped = await verify(settings);

    for (const { code, output } of [running, stopped]) {
      expect(output).toContain('merchant 1: 2 lines intact');
      expect(code).toBe(0);
    }
  });

  test('makes no database where there is none', async () => {
    const { code, output } = await verify({ DATA_DIR: folder });

    expect(output).toContain('There is no database in');
    expect(code).toBe(2);
  });
});
