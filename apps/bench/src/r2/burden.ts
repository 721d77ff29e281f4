import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { childEnvironment } from 'paygate-bff/src/env.ts';

/** Something that weighs on the product until it is ended; then it tells what it did. */
export type Burden = { end(): Promise<string> };

/**
 * Runs one of the scripts beside this file until it is ended. A process of its own, so that what a
 * burden costs its sender does not slow the captures that are measured here.
 */
export function sender(script: URL, ...args: readonly string[]): Burden {
  const running = spawn(process.execPath, [fileURLToPath(script), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: childEnvironment({}),
  });
  let told = '';
  running.stdout.on('data', (text: Buffer) => {
    told += text.toString();
  });
  return {
    end: async () => {
      const closed = once(running, 'close');
      running.kill('SIGTERM');
      await closed;
      return told.trim();
    },
  };
}
