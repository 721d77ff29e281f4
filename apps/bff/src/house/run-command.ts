import type { Logger } from 'pino';
import { createLog } from '../log.ts';
import { StartError } from '../start-error.ts';
import { type Closers, createClosers } from './closers.ts';

/**
 * Runs one command of the house and exits with what `work` answers. What it cannot do it says on
 * stderr, or logs as `failed`, and exits with `failedCode`; what it opened is closed either way.
 */
export async function runCommand(
  { failed, failedCode }: { readonly failed: string; readonly failedCode: number },
  work: (log: Logger, closers: Closers) => Promise<number>,
): Promise<void> {
  const log = createLog();
  const closers = createClosers(log);
  try {
    process.exitCode = await work(log, closers);
  } catch (error) {
    if (error instanceof StartError) process.stderr.write(`${error.message}\n`);
    else log.fatal({ err: error }, failed);
    process.exitCode = failedCode;
  } finally {
    await closers.closeAll();
  }
}
