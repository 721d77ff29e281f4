import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { WorkLoop } from '../live/work-loop.ts';
import { type Desk, openDesk } from '../payments/testing.ts';
import { addPerson } from '../payments/testing-person.ts';
import type { Person } from '../sessions/person.ts';
import { withOwner } from '../storage/owner-connection.ts';
import { createExport } from './create-export.ts';
import type { ExportView } from './export-view.ts';
import { keepExportProcess } from './keep-export-process.ts';
import { addPayments, define, findStored, madeFile } from './testing-exports.ts';

const PATIENCE = { timeout: 60_000, interval: 50 };
let desk: Desk;
let manager: Person;
let keeper: WorkLoop;

beforeEach(async () => {
  // The key of a test desk.
  desk = await openDesk({ MASTER_KEY: Buffer.alloc(32, 7).toString('base64') });
  manager = await addPerson(desk, 'manager');
  await addPayments(desk, [{ amount: 1_00 }, { amount: 2_00 }]);
  keeper = keepExportProcess(desk.deps);
});
afterEach(async () => {
  await keeper.stop();
  await desk.close();
});

/** The processes of ours that make files. */
function processes(): readonly number[] {
  const all = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,command='], { encoding: 'utf8' });
  return all.split('\n').flatMap((line) => {
    const [pid, parent, ...command] = line.trim().split(/\s+/);
    const isOurs = Number(parent) === process.pid && command.join(' ').includes('export-process');
    return isOurs ? [Number(pid)] : [];
  });
}

/** Whoever stores a piece of a file waits so long. */
const holdChunks = (seconds: number) =>
  withOwner(desk.ownerUrl, async (client) => {
    await client.query(
      `CREATE OR REPLACE FUNCTION hold_chunk() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN PERFORM pg_sleep(${seconds}); RETURN NEW; END $$`,
    );
    // The trigger is there then, and whoever waits in it holds the table.
    if (seconds === 0) return;
    await client.query(
      `CREATE TRIGGER hold_chunk BEFORE INSERT ON export_chunks
       FOR EACH ROW EXECUTE FUNCTION hold_chunk()`,
    );
  });

/** Only whoever stores sees the statement: the owner of the database does not. */
async function isStoring(): Promise<boolean> {
  const { rowCount } = await desk.deps.database.read.query(
    `SELECT FROM pg_stat_activity WHERE state = 'active' AND datname = current_database()
       AND query LIKE 'INSERT INTO export_chunks%'`,
  );
  return rowCount === 1;
}

const stateOf = async (view: ExportView) =>
  (({ state, attempt }) => ({ state, attempt }))(await findStored(desk.deps, manager, view));
const until = (view: ExportView, state: object) =>
  vi.waitFor(async () => expect(await stateOf(view)).toMatchObject(state), PATIENCE);

test('a file is made by a process of its own, at the time of the server', async () => {
  await desk.advance(48 * 3_600_000);
  const asked = desk.deps.clock.now();
  expect(processes()).toEqual([]);

  const view = await createExport(desk.deps, manager, define());
  await until(view, { state: 'ready', attempt: 1 });

  const { stored, bytes, digest } = await madeFile(desk, manager, view);
  expect(stored).toMatchObject({ sha256: digest, rowsTotal: 2 });
  expect(stored.asOf).toBeGreaterThanOrEqual(asked);
  expect(bytes.toString().split('\r\n')).toHaveLength(4);
  expect(processes()).toHaveLength(1);
  await keeper.stop();
  expect(processes()).toEqual([]);
}, 120_000);

test('one that is killed takes no server with it, and the next one begins anew', async () => {
  await holdChunks(3600);
  const view = await createExport(desk.deps, manager, define());
  await vi.waitFor(async () => expect(await isStoring()).toBe(true), PATIENCE);
  const [killed = 0] = processes();
  process.kill(killed, 'SIGKILL');
  await holdChunks(0);
  await desk.deps.database.read.query(`UPDATE exports SET lease_until = 'epoch'`);

  await until(view, { state: 'ready', attempt: 2 });

  expect(processes()).not.toContain(killed);
  const { stored, digest } = await madeFile(desk, manager, view);
  expect(stored.sha256).toBe(digest);
}, 120_000);

test('a server that stops gives back what is being made, and no attempt is lost', async () => {
  // Long enough to stop meanwhile; the statement that is on its way is waited for.
  await holdChunks(5);
  const view = await createExport(desk.deps, manager, define());
  await vi.waitFor(async () => expect(await isStoring()).toBe(true), PATIENCE);

  await keeper.stop();

  expect(await stateOf(view)).toEqual({ state: 'queued', attempt: 0 });
  expect(processes()).toEqual([]);
}, 120_000);

test('one that breaks before it has made anything is not begun again without a pause', async () => {
  await keeper.stop();
  const dataDir = mkdtempSync(join(tmpdir(), 'desk-key-'));
  writeFileSync(join(dataDir, 'master.key'), 'no key');
  let wall = Date.now();
  const broken: object[] = [];
  const looks = vi.spyOn(desk.deps.database.read, 'query');
  keeper = keepExportProcess({
    ...desk.deps,
    env: { ...desk.deps.env, masterKey: null, dataDir },
    clock: { now: desk.deps.clock.now, wall: () => wall },
    log: pino({}, { write: (line) => void broken.push(JSON.parse(line)) }),
  });
  const looksAgain = async () => {
    const before = looks.mock.calls.length;
    await vi.waitFor(() => expect(looks.mock.calls.length).toBeGreaterThan(before + 2), PATIENCE);
  };

  await createExport(desk.deps, manager, define());
  for (const [times, pauseMs] of [1000, 2000, 4000].entries()) {
    await vi.waitFor(() => expect(broken).toHaveLength(times + 1), PATIENCE);
    wall += pauseMs - 1;
    await looksAgain();
    expect(broken).toHaveLength(times + 1);
    expect(processes()).toEqual([]);
    wall += 1;
  }
  rmSync(dataDir, { recursive: true });
}, 120_000);
