import { parseArgs } from 'node:util';
import { readEnv } from 'paygate-bff/src/env.ts';
import { createClosers } from 'paygate-bff/src/house/closers.ts';
import { createLog } from 'paygate-bff/src/log.ts';
import { fillHouse } from './fill-house.ts';
import { timed } from './timed.ts';

const USAGE =
  'Usage: pnpm bench:data --rows N [--steps SHARE, 0 to 1, of payments with their steps]';

const log = createLog();
const closers = createClosers(log);
const started = Date.now();
const say = (line: string) =>
  process.stdout.write(`${((Date.now() - started) / 1000).toFixed(1).padStart(6)} s  ${line}\n`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void closers.closeAll().then(() => process.exit(130)));
}

try {
  const plan = { ...readCommand(), now: Date.now() };
  say(`making ${plan.rows} payments, the newest ${plan.steps * 100} % with their steps`);
  await timed(say, 'all of it', () => fillHouse({ env: readEnv(), plan, log, closers, say }));
  say('counts and sums of every merchant and status are those of the product');
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await closers.closeAll();
}

function readCommand(): { readonly rows: number; readonly steps: number } {
  const { values } = parseArgs({
    options: { rows: { type: 'string' }, steps: { type: 'string' } },
  });
  const rows = Number(values.rows);
  const steps = Number(values.steps ?? '0.1');
  if (Number.isInteger(rows) && rows > 0 && steps >= 0 && steps <= 1) return { rows, steps };
  throw new Error(USAGE);
}
