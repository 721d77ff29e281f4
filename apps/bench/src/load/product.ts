import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { childEnvironment } from 'paygate-bff/src/env.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));

export type Product = {
  readonly url: string;
  readonly simulatorUrl: string;
  stop(): Promise<void>;
};

/** Starts the real product, as `pnpm start` does, with nothing in it. */
export async function startProduct(dataDir: string, port: number): Promise<Product> {
  const child = spawn(process.execPath, ['apps/bff/src/start.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: childEnvironment({
      PORT: String(port),
      SIMULATOR_PORT: String(port + 1),
      DATA_DIR: dataDir,
      DEMO_PAYMENTS: '0',
    }),
  });
  await untilReady(child);
  return {
    url: `http://127.0.0.1:${port}`,
    simulatorUrl: `http://127.0.0.1:${port + 1}`,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function untilReady({ stdout }: ChildProcess): Promise<void> {
  let told = '';
  for await (const chunk of stdout ?? []) {
    told += String(chunk);
    if (/^ready /m.test(told)) return;
  }
  throw new Error(`the product did not start: ${told}`);
}
