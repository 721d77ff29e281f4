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
import { runChaos } from './run-chaos.ts';
import { runTorture } from './run-torture.ts';

const INTERRUPTED = 130;
type Violated = { readonly violations: readonly string[] };

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    operations: { type: 'string', default: '1000' },
    /** `simulation`, `chaos`, or both of them. */
    layer: { type: 'string', default: 'both' },
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

async function torture(closing: Closers): Promise<Violated> {
  const seed = Number(values.seed);
  const operations = Number(values.operations);
  const { layer, 'kill-points': runs } = values;
  if (runs !== undefined) {
    return runKillPoints({ url: await emptyDatabase(closing), seed, runs: Number(runs) });
  }
  switch (layer) {
    case 'simulation':
      return runTorture({ url: await emptyDatabase(closing), seed, operations });
    case 'chaos':
      return runChaos({ dataDir: await temporary(closing), seed, operations, closers: closing });
    case 'both': {
      const url = await emptyDatabase(closing);
      const dataDir = await temporary(closing);
      return runBoth({ url, dataDir, seed, operations, closers: closing });
    }
    default:
      throw new RangeError(`--layer is ${layer}: give simulation, chaos or both`);
  }
}

async function emptyDatabase(closing: Closers): Promise<string> {
  const server = await startEmbeddedPostgres(await temporary(closing));
  await closing.add('simulated database', () => server.stop());
  await migrate(server.ownerUrl, 'desk_app');
  return server.appUrl;
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
