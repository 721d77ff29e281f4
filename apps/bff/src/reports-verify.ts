import { parseArgs } from 'node:util';
import { readEnv } from './env.ts';
import { createClosers } from './house/closers.ts';
import { visitStorage } from './house/visit-storage.ts';
import { createLog } from './log.ts';
import { rebuildReports, verifyReports } from './reports/verify-reports.ts';
import { StartError } from './start-error.ts';

const WRONG = 1;
const NOT_VERIFIED = 2;

const log = createLog();
const closers = createClosers(log);

try {
  process.exitCode = await verify(readCommand());
} catch (error) {
  if (error instanceof StartError) process.stderr.write(`${error.message}\n`);
  else log.fatal({ err: error }, 'could not verify the reports');
  process.exitCode = NOT_VERIFIED;
} finally {
  await closers.closeAll();
}

async function verify({ rebuild }: { readonly rebuild: boolean }): Promise<number> {
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
