import { parseArgs } from 'node:util';
import type { Logger } from 'pino';
import { readEnv } from './env.ts';
import type { Closers } from './house/closers.ts';
import { runCommand } from './house/run-command.ts';
import { visitStorage } from './house/visit-storage.ts';
import { rebuildReports, verifyReports } from './reports/verify-reports.ts';
import { StartError } from './start-error.ts';

const WRONG = 1;
const NOT_VERIFIED = 2;

await runCommand(
  { failed: 'could not verify the reports', failedCode: NOT_VERIFIED },
  (log, closers) => verify(readCommand(), log, closers),
);

async function verify(
  { rebuild }: { readonly rebuild: boolean },
  log: Logger,
  closers: Closers,
): Promise<number> {
  const database = await visitStorage(readEnv(), log, closers);
  if (rebuild) await rebuildReports({ database });
  const faults = await verifyReports({ database });
  for (const { merchantId, hour, kind, detail, keptCount, keptAmount, count, amount } of faults) {
    const where = `merchant ${merchantId}, ${hour.toISOString()}, ${kind} ${detail}`.trimEnd();
    process.stdout.write(
      `${where}: kept ${keptCount ?? 0} with ${keptAmount ?? 0}, the facts say ${count ?? 0} with ${amount ?? 0}\n`,
    );
  }
  if (faults.length === 0) {
    process.stdout.write('The sums of the reports are those of the facts.\n');
    return 0;
  }
  process.stdout.write(
    'The sums differ from the facts. `pnpm reports:verify --rebuild` computes them anew.\n',
  );
  return WRONG;
}

function readCommand() {
  try {
    const { values } = parseArgs({ options: { rebuild: { type: 'boolean', default: false } } });
    return values;
  } catch (error) {
    throw new StartError('Usage: pnpm reports:verify [--rebuild]', { cause: error });
  }
}
