import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { withOwner } from '../owner-connection.ts';
import { isAlive } from '../process-identity.ts';
import { choosePrivilege } from './privilege.ts';
import { startEmbeddedPostgres } from './start-embedded.ts';

const NOBODY = 65_534;
const asRoot = process.getuid?.() === 0;
const script = fileURLToPath(new URL('./testing-start.ts', import.meta.url));

let home: string;
let dataDir: string;
const pids: number[] = [];
const children: ChildProcess[] = [];

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'desk launcher '));
  dataDir = join(home, 'data');
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const pid of pids.splice(0)) await end(pid);
  rmSync(home, { recursive: true, force: true });
});

const told = z.union([
  z.object({ pid: z.number(), appUrl: z.string() }),
  z.object({ refused: z.string() }),
]);

/** Starts the launcher in a process of its own. */
async function launch(
  folder = dataDir,
  { uid, wrapper = [] }: { readonly uid?: number; readonly wrapper?: readonly string[] } = {},
) {
  const [command = process.execPath, ...args] = [...wrapper, process.execPath, script, folder];
  const child = spawn(command, args, {
    stdio: ['pipe', 'pipe', 'inherit'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  children.push(child);
  let output = '';
  for await (const chunk of child.stdout) {
    output += String(chunk);
    if (output.endsWith('\n')) break;
  }
  const answer = told.parse(JSON.parse(output));
  if ('pid' in answer) pids.push(answer.pid);
  return { child, answer };
}

async function running(folder = dataDir, options: Parameters<typeof launch>[1] = {}) {
  const { child, answer } = await launch(folder, options);
  if ('refused' in answer) throw new Error(answer.refused);
  return { child, ...answer };
}

async function refusal(folder = dataDir, options: Parameters<typeof launch>[1] = {}) {
  const { answer } = await launch(folder, options);
  return 'refused' in answer ? answer.refused : 'it started';
}

async function end(pid: number): Promise<void> {
  if (isAlive(pid)) process.kill(pid, 'SIGKILL');
  await gone(pid);
}

async function gone(pid: number): Promise<void> {
  while (isAlive(pid)) await delay(10);
}

async function killed(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

async function stopped({ child, pid }: { child: ChildProcess; pid: number }): Promise<void> {
  child.stdin?.end();
  await gone(pid);
  await new Promise((resolve) =>
    child.exitCode === null ? child.once('exit', resolve) : resolve(0),
  );
}

/** The second server's socket with the first one's password. */
function socketOf(one: { appUrl: string }, two: { appUrl: string }): string {
  const url = new URL(one.appUrl);
  url.search = new URL(two.appUrl).search;
  return url.href;
}

/** Runs one statement as the application's role. */
async function ask(url: string, statement: string): Promise<unknown> {
  return withOwner(url, async (client) => {
    const { rows } = await client.query<Record<string, unknown>>(statement);
    return Object.values(rows[0] ?? {})[0];
  });
}

async function remember(ownerUrl: string, word: string): Promise<void> {
  await withOwner(ownerUrl, async (client) => {
    await client.query('CREATE TABLE memory (word text)');
    await client.query('INSERT INTO memory VALUES ($1)', [word]);
    await client.query('GRANT SELECT ON memory TO desk_app');
  });
}

describe('the embedded PostgreSQL', () => {
  test('is made on the first start and kept for the next, in a path with spaces', async () => {
    const folder = join(home, 'a folder', 'of two words');
    const first = await startEmbeddedPostgres(folder);
    pids.push(first.pid);
    await remember(first.ownerUrl, 'kept');
    await first.stop();
    expect(isAlive(first.pid)).toBe(false);

    const second = await running(folder);

    expect(await ask(second.appUrl, 'SELECT word FROM memory')).toBe('kept');
    await stopped(second);
  });

  test('lets two roles in by password alone, over a socket alone', async () => {
    const { appUrl, pid } = await running();

    expect(await ask(appUrl, 'SELECT current_user')).toBe('desk_app');
    expect(await ask(appUrl, 'SHOW listen_addresses')).toBe('');
    const wrong = new URL(appUrl);
    wrong.password = 'guess';
    await expect(ask(wrong.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
    expect(isAlive(pid)).toBe(true);
  });

  test('keeps its passwords and files to its user', async () => {
    const { appUrl } = await running();
    const socketFolder = new URL(appUrl).searchParams.get('host') ?? '';

    const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);
    expect(mode(join(dataDir, 'postgres-passwords.json'))).toBe('600');
    expect(mode(join(dataDir, 'postgres'))).toBe('700');
    expect(mode(socketFolder)).toBe('700');
  });

  test('runs twice at once on two data directories', async () => {
    const [one, two] = [await running(), await running(join(home, 'other'))];

    expect(one.pid).not.toBe(two.pid);
    expect(await ask(one.appUrl, 'SELECT 1')).toBe(1);
    expect(await ask(two.appUrl, 'SELECT 1')).toBe(1);
    await expect(ask(socketOf(one, two), 'SELECT 1')).rejects.toThrow('password');
  });

  test('sends changes to disk before it says they are kept', async () => {
    const { appUrl } = await running();

    expect(await ask(appUrl, 'SHOW fsync')).toBe('on');
    expect(await ask(appUrl, 'SHOW synchronous_commit')).toBe('on');
    expect(await ask(appUrl, 'SHOW data_checksums')).toBe('on');
  });
});

describe('after kill -9', () => {
  test('of our process alone the server that is still alive is taken over', async () => {
    const first = await running();
    await killed(first.child);
    expect(isAlive(first.pid)).toBe(true);

    const second = await running();

    expect(second.pid).toBe(first.pid);
    expect(await ask(second.appUrl, 'SELECT 1')).toBe(1);
    await stopped(second);
  });

  test('of everything what was kept is there', async () => {
    const first = await startEmbeddedPostgres(dataDir);
    await remember(first.ownerUrl, 'kept');
    await end(first.pid);

    const second = await running();

    expect(second.pid).not.toBe(first.pid);
    expect(await ask(second.appUrl, 'SELECT word FROM memory')).toBe('kept');
  });

  test('of the server while its workers still end, a new one waits for them', async () => {
    const first = await running();
    process.kill(first.pid, 'SIGKILL');
    await killed(first.child);

    const second = await running();

    expect(await ask(second.appUrl, 'SELECT 1')).toBe(1);
  });

  test('a server that is just stopping is waited for', async () => {
    const first = await running();
    await killed(first.child);
    process.kill(first.pid, 'SIGINT');

    const second = await running();

    expect(await ask(second.appUrl, 'SELECT 1')).toBe(1);
  });

  test('a process id that now belongs to something else is not mistaken for the server', async () => {
    const first = await running();
    await killed(first.child);
    const pidFile = join(dataDir, 'postgres', 'postmaster.pid');
    const [, ...rest] = readFileSync(pidFile, 'utf8').split('\n');
    await end(first.pid);
    writeFileSync(pidFile, [process.pid, ...rest].join('\n'));

    const second = await running();

    expect(await ask(second.appUrl, 'SELECT 1')).toBe(1);
    expect(isAlive(process.pid)).toBe(true);
  });

  test('in the middle of making the cluster, the next start makes it anew', async () => {
    mkdirSync(join(dataDir, 'postgres.new', 'base'), { recursive: true });
    writeFileSync(join(dataDir, 'postgres.new', 'PG_VERSION'), '18\n');

    const { appUrl } = await running();

    expect(await ask(appUrl, 'SELECT 1')).toBe(1);
  });
});

describe('the launcher refuses', () => {
  test('a data directory that a running process holds', async () => {
    await running();

    const why = await refusal();

    expect(why).toContain(`DATA_DIR ${dataDir} is in use by a running Paygate Desk`);
  });

  test('data files of another version', async () => {
    await stopped(await running());
    writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '17\n');

    expect(await refusal()).toMatch(
      /made by PostgreSQL 17, .* brings PostgreSQL 18.* set DATA_DIR/,
    );
  });

  test('a folder that is no cluster', async () => {
    mkdirSync(join(dataDir, 'postgres'), { recursive: true, mode: 0o700 });

    expect(await refusal()).toContain('is not a PostgreSQL data directory');
  });

  test('a cluster whose passwords are missing', async () => {
    await stopped(await running());
    rmSync(join(dataDir, 'postgres-passwords.json'));

    expect(await refusal()).toMatch(/postgres-passwords\.json is missing.* set DATA_DIR/);
  });

  test('a file in the place of the data directory', async () => {
    writeFileSync(dataDir, '');

    expect(await refusal()).toMatch(/a file is in its way\. Set DATA_DIR/);
  });

  test('a place where no folder can be made', async () => {
    const attempt = startEmbeddedPostgres('/proc/desk/data');

    await expect(attempt).rejects.toThrow(/\/proc\/desk .*DATA_DIR/);
  });

  test('a damaged configuration, with what PostgreSQL says', async () => {
    await stopped(await running());
    writeFileSync(join(dataDir, 'postgres', 'postgresql.conf'), 'shared_buffers = many\n');

    expect(await refusal()).toContain('PostgreSQL could not be started');
  });
});

// Only root can be somebody else. An ordinary user runs every test above as themselves.
if (asRoot) {
  describe('as an ordinary user', () => {
    const asNobody = { uid: NOBODY };

    test('it runs as that user', async () => {
      chownSync(home, NOBODY, NOBODY);

      const { appUrl, pid } = await running(dataDir, asNobody);

      expect(await ask(appUrl, 'SELECT 1')).toBe(1);
      expect(statSync(`/proc/${pid}`).uid).toBe(NOBODY);
    });

    test('a folder without permission is refused', async () => {
      chmodSync(home, 0o755);

      expect(await refusal(dataDir, asNobody)).toMatch(/^No permission to write .* DATA_DIR/);
    });

    test("somebody else's data directory is refused", async () => {
      await stopped(await running());
      chmodSync(home, 0o755);
      chmodSync(dataDir, 0o777);

      expect(await refusal(dataDir, asNobody)).toMatch(/DATA_DIR/);
    });
  });

  describe('as root', () => {
    test('it runs in a user namespace, its files stay ours', async () => {
      const { pid } = await running();

      expect(statSync(join(dataDir, 'postgres')).uid).toBe(0);
      expect(readFileSync(`/proc/${pid}/uid_map`, 'utf8').trim().split(/\s+/)).toEqual([
        '1000',
        '0',
        '1',
      ]);
    });

    test('it runs as nobody where there are no namespaces', async () => {
      chmodSync(home, 0o755);
      const choose = (owner: number | null) => choosePrivilege(owner, 0, () => false);
      const first = await startEmbeddedPostgres(dataDir, choose);
      pids.push(first.pid);
      expect(statSync(`/proc/${first.pid}`).uid).toBe(NOBODY);
      await remember(first.ownerUrl, 'kept');
      await first.stop();

      const again = await running();

      expect(await ask(again.appUrl, 'SELECT word FROM memory')).toBe('kept');
      expect(statSync(`/proc/${again.pid}`).uid).toBe(NOBODY);
    });

    test('it says so when nobody may enter the folder above', async () => {
      chmodSync(home, 0o700);
      const choose = (owner: number | null) => choosePrivilege(owner, 0, () => false);

      await expect(startEmbeddedPostgres(dataDir, choose)).rejects.toThrow(
        /No permission .* DATA_DIR/,
      );
    });

    const mount = ['unshare', '--user', '--map-root-user', '--mount', 'sh', '-c'];
    const small = 'mkdir -p "$0" && mount -t tmpfs -o size=16m tmpfs "$0" && exec "$@"';
    const [command = '', ...args] = [...mount, small, join(tmpdir(), 'desk-mount-try'), 'true'];
    if (spawnSync(command, args).status === 0) {
      test('it says so when the disk is full', async () => {
        const why = await refusal(dataDir, { wrapper: [...mount, small, dataDir] });

        expect(why).toMatch(/^The disk is full: .* set DATA_DIR to another disk/);
      });
    }
  });
}
