import { flushCompileCache } from 'node:module';
import { readEnv } from './env.ts';
import { createClosers } from './house/closers.ts';
import { watchForTheUnexpected } from './house/last-resort.ts';
import { watchLauncher } from './house/watch-launcher.ts';
import { createLog } from './log.ts';
import { startDesk } from './main.ts';
import { StartError } from './start-error.ts';

/** Longer than requests are drained: what has not stopped by then is left to the next start. */
const LEAVE_AT_LATEST_MS = 60_000;

const log = createLog();
const closers = createClosers(log);
const stop = new AbortController();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => stop.abort());
}
watchLauncher(() => stop.abort());
stop.signal.addEventListener('abort', () => void leave(0));
watchForTheUnexpected(process, log, () => void leave(1));

const started = start();
await started;

async function start(): Promise<void> {
  try {
    const env = readEnv();
    await startDesk({ env, log, closers, stop: stop.signal });
    if (stop.signal.aborted) return;
    process.stdout.write(`ready http://localhost:${env.port}\n`);
    // Now rather than at the end, which a process that is killed never reaches.
    flushCompileCache();
  } catch (error) {
    if (stop.signal.aborted) return;
    if (error instanceof StartError) process.stderr.write(`${error.message}\n`);
    else log.fatal({ err: error }, 'could not start');
    await closers.closeAll();
    process.exit(1);
  }
}

/** Stops what runs, once what is still starting has settled. */
async function leave(code: number): Promise<void> {
  setTimeout(() => process.exit(1), LEAVE_AT_LATEST_MS).unref();
  await started;
  await closers.closeAll();
  process.exit(code);
}
