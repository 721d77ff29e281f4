import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { childEnvironment, type Env, repositoryFolder } from '../env.ts';
import { StartError } from '../start-error.ts';
import { explained, readIfPresent, writePrivately } from '../storage/data-directory.ts';
import { isAlive, startMark } from '../storage/process-identity.ts';

export type SimulatorProcess = { stop(): Promise<void> };

const POLL_MS = 50;
const START_LIMIT_MS = 30_000;
const STOP_LIMIT_MS = 5000;
const RESTART_AFTER_MS = 1000;

/** Ends a simulator that a killed process left running on this data directory. */
export async function endLeftoverSimulator(dataDir: string): Promise<void> {
  const [pid = '', mark = ''] = readIfPresent(pidFile(dataDir))?.split(' ') ?? [];
  const left = Number(pid);
  if (Number.isInteger(left) && left > 0 && isAlive(left) && startMark(left) === mark) {
    await end(left);
  }
  rmSync(pidFile(dataDir), { force: true });
}

/**
 * Starts the simulator as a process of its own and resolves when it answers. One that dies later is
 * started again and `afterRestart` is called, since it has forgotten who listens to its clock.
 */
export async function startSimulator(
  env: Env,
  log: Logger,
  stop: AbortSignal,
  afterRestart: () => Promise<void>,
): Promise<SimulatorProcess> {
  let stopping = false;
  let child = run(env);

  const watch = (running: ChildProcess) => {
    running.once('exit', (code, signal) => {
      if (stopping) return;
      log.error({ code, signal }, 'the simulator ended and is started again');
      void revive();
    });
  };
  const revive = async () => {
    await delay(RESTART_AFTER_MS);
    if (stopping) return;
    child = run(env);
    watch(child);
    try {
      await answering(env, child, stop);
      await afterRestart();
    } catch (error) {
      log.error({ err: error }, 'the simulator did not come back');
    }
  };
  const stopAll = async () => {
    stopping = true;
    if (child.pid !== undefined) await end(child.pid);
    rmSync(pidFile(env.dataDir), { force: true });
  };

  try {
    await answering(env, child, stop);
  } catch (error) {
    await stopAll();
    throw error;
  }
  watch(child);
  return { stop: stopAll };
}

function run(env: Env): ChildProcess {
  const log = explained(logFile(env.dataDir), () => openSync(logFile(env.dataDir), 'w', 0o600));
  try {
    const main = join(repositoryFolder, 'apps/simulator/src/main.ts');
    // Detached, so that Ctrl-C reaches us alone and calls under way still find their gateway.
    const child = spawn(process.execPath, [main], {
      env: childEnvironment({
        SIMULATOR_PORT: String(env.simulatorPort),
        DATA_DIR: env.dataDir,
      }),
      detached: true,
      stdio: ['ignore', log, log],
    });
    child.once('error', () => undefined);
    child.unref();
    if (child.pid !== undefined) {
      writePrivately(pidFile(env.dataDir), `${child.pid} ${startMark(child.pid)}`);
    }
    return child;
  } finally {
    closeSync(log);
  }
}

async function answering(env: Env, child: ChildProcess, stop: AbortSignal): Promise<void> {
  const limit = Date.now() + START_LIMIT_MS;
  while (!(await isHealthy(env.gatewayUrl))) {
    stop.throwIfAborted();
    if (child.exitCode !== null || child.signalCode !== null || Date.now() > limit) {
      const said = readFileSync(logFile(env.dataDir), 'utf8').trim().slice(-2000);
      throw new StartError(
        `The simulator did not start on port ${env.simulatorPort} (SIMULATOR_PORT). It said: ${said}`,
      );
    }
    await delay(POLL_MS);
  }
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/health`, { signal: AbortSignal.timeout(2000) });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}

async function end(pid: number): Promise<void> {
  const limit = Date.now() + STOP_LIMIT_MS;
  const signal = (name: 'SIGTERM' | 'SIGKILL') => {
    if (isAlive(pid)) process.kill(pid, name);
  };
  signal('SIGTERM');
  while (isAlive(pid)) {
    if (Date.now() > limit) signal('SIGKILL');
    await delay(POLL_MS);
  }
}

function pidFile(dataDir: string): string {
  return join(dataDir, 'simulator.pid');
}

function logFile(dataDir: string): string {
  return join(dataDir, 'simulator.log');
}
