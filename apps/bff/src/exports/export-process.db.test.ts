import { execFileSync } from 'node:child_process';
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

/** Whoever stores a piece of a file waits, until told otherwise. */
const holdChunks = (held: boolean) =>
  withOwner(desk.ownerUrl, async (client) => {
    await client.query(
      `CREATE OR REPLACE FUNCTION hold_chunk() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN ${held ? 'PERFORM pg_sleep(3600);' : ''} RETURN NEW; END $$`,
    );
    if (!held) return;
    await client.query(
      `CREATE TRIGGER hold_chunk BEFORE INSERT ON export_chunks
       FOR EACH ROW EXECUTE FUNCTION hold_chunk()`,
    );
  });

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
  await holdChunks(true);
  const view = await createExport(desk.deps, manager, define());
  await until(view, { state: 'running', attempt: 1 });
  const [killed = 0] = processes();
  process.kill(killed, 'SIGKILL');
  await holdChunks(false);
  await desk.deps.database.read.query(`UPDATE exports SET lease_until = 'epoch'`);

  await until(view, { state: 'ready', attempt: 2 });

  expect(processes()).not.toContain(killed);
  const { stored, digest } = await madeFile(desk, manager, view);
  expect(stored.sha256).toBe(digest);
}, 120_000);

test('a server that stops gives back what is being made, and no attempt is lost', async () => {
  await holdChunks(true);
  const view = await createExport(desk.deps, manager, define());
  await until(view, { state: 'running', attempt: 1 });

  const stopping = keeper.stop();
  // A statement that is on its way is waited for.
  await withOwner(desk.ownerUrl, (client) =>
    client.query(
      `SELECT pg_cancel_backend(pid) FROM pg_stat_activity
       WHERE query LIKE 'INSERT INTO export_chunks%' AND datname = current_database()`,
    ),
  );
  await stopping;

  expect(await stateOf(view)).toEqual({ state: 'queued', attempt: 0 });
  expect(processes()).toEqual([]);
}, 120_000);
