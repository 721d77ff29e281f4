import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbeddedPostgres } from '../storage/embedded-postgres/start-embedded.ts';
import { migrate } from '../storage/migrate.ts';
import { runKillPoints } from './kill-points.ts';
import { runTorture } from './run-torture.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    operations: { type: 'string', default: '1000' },
    /** Instead: kills at every point of every kind of operation, this many times over. */
    'kill-points': { type: 'string' },
  },
});
const seed = Number(values.seed);
const dataDir = mkdtempSync(join(tmpdir(), 'desk-torture-'));
const server = await startEmbeddedPostgres(dataDir);
try {
  await migrate(server.ownerUrl, 'desk_app');
  const url = server.appUrl;
  const killRuns = values['kill-points'];
  const { violations, ...report } =
    killRuns === undefined
      ? await runTorture({ url, seed, operations: Number(values.operations) })
      : await runKillPoints({ url, seed, runs: Number(killRuns) });
  for (const violation of violations) process.stderr.write(`${violation}\n`);
  const line = { seed, commit: commit(), ...report, violations: violations.length };
  process.stdout.write(`${JSON.stringify(line)}\n`);
  process.exitCode = violations.length === 0 ? 0 : 1;
} finally {
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
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
