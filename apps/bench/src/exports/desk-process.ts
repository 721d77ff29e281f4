import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { childEnvironment } from 'paygate-bff/src/env.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));

/** The whole product in a process of its own. */
export type DeskProcess = {
  readonly url: string;
  /** What is resident now, bytes; null where the system does not tell. */
  resident(): number | null;
  /** The most memory that was resident since `forgetPeak`, bytes; null where the system does not tell. */
  peak(): number | null;
  forgetPeak(): void;
  stop(): Promise<void>;
};

/** Starts the product on free ports over a data directory. */
export async function startDeskProcess(dataDir: string): Promise<DeskProcess> {
  const port = await freePort();
  const child = spawn(process.execPath, ['apps/bff/src/start.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: childEnvironment({
      PORT: String(port),
      SIMULATOR_PORT: String(await freePort()),
      DATA_DIR: dataDir,
      DEMO_PAYMENTS: '0',
    }),
  });
  let output = '';
  for await (const chunk of child.stdout) {
    output += String(chunk);
    if (/^ready /m.test(output)) break;
  }
  if (!/^ready /m.test(output)) throw new Error(`the desk did not start: ${output}`);
  const proc = `/proc/${child.pid}`;
  return {
    url: `http://localhost:${port}`,
    resident: () => readStatus(proc, 'VmRSS'),
    peak: () => readStatus(proc, 'VmHWM'),
    forgetPeak: () => {
      try {
        writeFileSync(`${proc}/clear_refs`, '5');
      } catch {
        // Only Linux knows it; the peak is then that of the whole run.
      }
    },
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function readStatus(proc: string, name: 'VmRSS' | 'VmHWM'): number | null {
  try {
    const lines = readFileSync(`${proc}/status`, 'utf8').split('\n');
    const found = lines.find((line) => line.startsWith(`${name}:`));
    return found === undefined ? null : Number(found.replace(/\D/g, '')) * 1024;
  } catch {
    return null;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
