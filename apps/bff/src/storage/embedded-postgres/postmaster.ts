import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { StartError } from '../../start-error.ts';
import { explained, readIfPresent } from '../data-directory.ts';
import { commandLine, isAlive, workingFolder } from '../process-identity.ts';
import type { Binaries } from './binaries.ts';
import { explainFailure } from './create-cluster.ts';
import { type Privilege, spawnPlan } from './privilege.ts';

/** A running PostgreSQL server. */
export type Postmaster = {
  readonly pid: number;
  /** Where its socket is. */
  readonly socketFolder: string;
  /** Stops it: open transactions are rolled back, everything committed is kept. */
  stop(): Promise<void>;
};

type Setting = {
  readonly binaries: Binaries;
  readonly privilege: Privilege;
  readonly env: NodeJS.ProcessEnv;
  readonly runFolder: string;
  /** Settings of this run, which go before ours. */
  readonly more: readonly string[];
  /** Whether the server lets the superuser in. */
  readonly answers: (socketFolder: string) => Promise<boolean>;
};

const POLL_MS = 20;
const START_LIMIT_MS = 60_000;
const FAST_STOP_LIMIT_MS = 30_000;
const LARGEST_LOG = 10_000_000;

const SETTINGS = [
  'listen_addresses=',
  'shared_buffers=256MB',
  'max_wal_size=2GB',
  'random_page_cost=1.1',
  'work_mem=16MB',
  'maintenance_work_mem=256MB',
  'jit=off',
  'max_connections=100',
  'wal_level=logical',
];

/** Takes over the server an earlier process left running on this cluster, or starts one. */
export async function runPostmaster(cluster: string, setting: Setting): Promise<Postmaster> {
  const left = await settle(cluster, setting);
  return left ?? launch(cluster, setting);
}

/** Waits until a server that is starting answers or one that is stopping is gone. */
async function settle(cluster: string, { answers }: Setting): Promise<Postmaster | null> {
  const limit = Date.now() + START_LIMIT_MS;
  for (;;) {
    const noted = readPidFile(cluster);
    if (noted === null) return null;
    if (!isAlive(noted.pid) || !serves(noted.pid, cluster)) {
      // The id may by now belong to anybody, which PostgreSQL alone does not look at.
      rmSync(join(cluster, 'postmaster.pid'), { force: true });
      return null;
    }
    if (await answers(noted.socketFolder)) {
      return { ...noted, stop: () => stopProcess(noted.pid) };
    }
    if (Date.now() > limit) {
      throw new StartError(
        `PostgreSQL of an earlier run (process ${noted.pid}) neither answers nor ends. ` +
          'End that process, or set DATA_DIR to another folder.',
      );
    }
    await delay(POLL_MS);
  }
}

async function launch(cluster: string, setting: Setting): Promise<Postmaster> {
  const limit = Date.now() + START_LIMIT_MS;
  const log = `${cluster}.log`;
  for (;;) {
    const from = explained(log, () => trimLog(log));
    const child = spawnServer(cluster, log, setting);
    const ended = new Promise<void>((done) =>
      child.once('exit', () => done()).once('error', () => done()),
    );
    const pid = child.pid ?? 0;
    while (child.exitCode === null && child.signalCode === null && pid !== 0) {
      if (await setting.answers(setting.runFolder)) {
        return { pid, socketFolder: setting.runFolder, stop: () => stopProcess(pid) };
      }
      if (Date.now() > limit) {
        await stopProcess(pid);
        throw new StartError(`PostgreSQL did not start within a minute. See ${log}.`);
      }
      await delay(POLL_MS);
    }
    await ended;
    const output = readFileSync(log).subarray(from).toString('utf8').trim();
    // Workers of a killed server end a moment after it; until then their memory blocks a new one.
    const blocked = /shared memory block .* still in use|lock file .* already exists/.test(output);
    if (!blocked || Date.now() > limit) throw explainFailure(cluster, output);
    await delay(POLL_MS);
  }
}

function spawnServer(
  cluster: string,
  log: string,
  { binaries, privilege, env, runFolder, more }: Setting,
): ChildProcess {
  const settings = [...SETTINGS, ...more, `unix_socket_directories=${runFolder}`];
  const plan = spawnPlan(privilege, binaries.postgres, [
    ...['-D', cluster],
    ...settings.flatMap((text) => ['-c', text]),
  ]);
  // A file outlives this process; a pipe would end with it and take the server down.
  const output = explained(log, () => openSync(log, 'a', 0o600));
  try {
    // Detached, so that Ctrl-C reaches us alone and we stop the server after its last client.
    const child = spawn(plan.command, plan.args, {
      ...plan.options,
      env,
      cwd: '/',
      detached: true,
      stdio: ['ignore', output, output],
    });
    child.unref();
    return child;
  } finally {
    closeSync(output);
  }
}

/** A server works inside its cluster. Where that cannot be seen, its command line names it. */
function serves(pid: number, cluster: string): boolean {
  const folder = workingFolder(pid);
  if (folder !== null) return folder === cluster;
  const line = commandLine(pid);
  return line === '' || line.includes(cluster);
}

/** Ends a server, at first politely. Resolves when it is gone. */
async function stopProcess(pid: number): Promise<void> {
  const limit = Date.now() + FAST_STOP_LIMIT_MS;
  signal(pid, 'SIGINT');
  while (isAlive(pid)) {
    if (Date.now() > limit) signal(pid, 'SIGQUIT');
    await delay(POLL_MS);
  }
}

function signal(pid: number, name: 'SIGINT' | 'SIGQUIT'): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended by itself in between.
  }
}

/** Lines of postmaster.pid: process id, data directory, start time, port, socket folder. */
function readPidFile(cluster: string): { pid: number; socketFolder: string } | null {
  const lines = readIfPresent(join(cluster, 'postmaster.pid'))?.split('\n') ?? [];
  const pid = Number(lines[0]);
  return Number.isInteger(pid) && pid > 0 ? { pid, socketFolder: lines[4] ?? '' } : null;
}

/** Keeps one older log; answers where this run's output will begin. */
function trimLog(log: string): number {
  if (readIfPresent(log) === null) return 0;
  const { size } = statSync(log);
  if (size < LARGEST_LOG) return size;
  renameSync(log, `${log}.1`);
  return 0;
}
