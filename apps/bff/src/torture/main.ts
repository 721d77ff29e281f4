import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Closers, createClosers } from '../house/closers.ts';
import { createLog } from '../log.ts';
import { startEmbeddedPostgres } from '../storage/embedded-postgres/start-embedded.ts';
import { migrate } from '../storage/migrate.ts';
import { runKillPoints } from './kill-points.ts';
import { runBoth } from './run-both.ts';

const INTERRUPTED = 130;
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    operations: { type: 'string', default: '1000' },
    /** Instead: kills at every point of every kind of operation, this many times over. */
    'kill-points': { type: 'string' },
  },
});
const closers = createClosers(createLog());
let isStopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    isStopping = true;
    void closers.closeAll().then(() => process.exit(INTERRUPTED));
  });
}

try {
  const { violations, ...report } = await torture(closers);
  for (const violation of violations) process.stderr.write(`${violation}\n`);
  const line = { seed: Number(values.seed), commit: commit(), ...report };
  process.stdout.write(`${JSON.stringify({ ...line, violations: violations.length })}\n`);
  process.exitCode = violations.length === 0 ? 0 : 1;
} catch (error) {
  // What was taken away from under a run that somebody ended is no news.
  if (!isStopping) throw error;
} finally {
  await closers.closeAll();
}

async function torture(closing: Closers) {
  const seed = Number(values.seed);
  const simulated = await temporary(closing);
  const server = await startEmbeddedPostgres(simulated);
  await closing.add('simulated database', () => server.stop());
  await migrate(server.ownerUrl, 'desk_app');
  const url = server.appUrl;
  const killRuns = values['kill-points'];
  if (killRuns !== undefined) return runKillPoints({ url, seed, runs: Number(killRuns) });
  const dataDir = await temporary(closing);
  const operations = Number(values.operations);
  return runBoth({ url, dataDir, seed, operations, closers: closing });
}

/** A folder that goes away with the run. */
async function temporary(closing: Closers): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-torture-'));
  await closing.add('folder', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** What was tortured, or null outside of a clone. */
function commit(): string | null {
  try {
    const cwd = import.meta.dirname;
    return execFileSync('git', ['describe', '--always', '--dirty'], {
      cwd,
      encoding: 'utf8',
    }).trim();
  } catch {
    return null;
  }
}
