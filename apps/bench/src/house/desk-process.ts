import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { childEnvironment } from 'paygate-bff/src/env.ts';
import { childOf, type MemoryOf, memoryOf } from './memory-of.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));

/** The whole product in a process of its own. */
export type DeskProcess = {
  readonly url: string;
  readonly simulatorUrl: string;
  readonly simulatorPort: number;
  readonly dataDir: string;
  /** From the start of the process to `ready`, ms. */
  readonly startedInMs: number;
  readonly memory: MemoryOf;
  /** Of the process that makes its exports, while there is one. */
  exportMemory(): MemoryOf | null;
  /** Runs `work` while the product is held still: it keeps its memory and its connections, and does nothing. */
  whileHeld<T>(work: () => Promise<T>): Promise<T>;
  stop(): Promise<void>;
};

/** Starts the product on free ports over a data directory. */
export async function startDeskProcess(dataDir: string): Promise<DeskProcess> {
  const port = await freePort();
  const simulatorPort = await freePort();
  const started = performance.now();
  const child = spawn(process.execPath, ['apps/bff/src/start.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: childEnvironment({
      PORT: String(port),
      SIMULATOR_PORT: String(simulatorPort),
      DATA_DIR: dataDir,
      DEMO_PAYMENTS: '0',
    }),
  });
  const { stdout, pid } = child;
  await untilReady(stdout);
  const startedInMs = performance.now() - started;
  stdout.resume();
  return {
    url: `http://localhost:${port}`,
    simulatorUrl: `http://localhost:${simulatorPort}`,
    simulatorPort,
    dataDir,
    startedInMs,
    memory: memoryOf(pid ?? 0),
    exportMemory: () => childOf(pid ?? 0, 'export-process'),
    whileHeld: async (work) => {
      child.kill('SIGSTOP');
      try {
        return await work();
      } finally {
        child.kill('SIGCONT');
      }
    },
    stop: () => stopped(child),
  };
}

function untilReady(stdout: NodeJS.ReadableStream): Promise<void> {
  let output = '';
  return new Promise((resolve, reject) => {
    stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (/^ready /m.test(output)) resolve();
    });
    stdout.once('end', () => reject(new Error(`the product did not start: ${output}`)));
  });
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
