import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readAnchor, writeAnchor } from './audit/anchor-file.ts';
import { describeReport } from './audit/describe-report.ts';
import { verifyAudit } from './audit/verify-audit.ts';
import { readEnv } from './env.ts';
import { createClosers } from './house/closers.ts';
import { visitStorage } from './house/visit-storage.ts';
import { createLog } from './log.ts';
import { StartError } from './start-error.ts';

const TAMPERED = 1;
const NOT_VERIFIED = 2;

const log = createLog();
const closers = createClosers(log);

try {
  process.exitCode = await verify(readCommand());
} catch (error) {
  if (error instanceof StartError) process.stderr.write(`${error.message}\n`);
  else log.fatal({ err: error }, 'could not verify the audit log');
  process.exitCode = NOT_VERIFIED;
} finally {
  await closers.closeAll();
}

async function verify({ anchor }: { readonly anchor: string | null }): Promise<number> {
  const known = anchor === null ? [] : readAnchor(anchor);
  const database = await visitStorage(readEnv(), log, closers);
  const reports = await verifyAudit({ database }, known);
  for (const report of reports) process.stdout.write(`${describeReport(report)}\n`);
  if (reports.some(({ fault }) => fault !== null)) {
    process.stdout.write('The audit log is not as it was written.\n');
    return TAMPERED;
  }
  process.stdout.write('The audit log is as it was written.\n');
  if (anchor !== null) writeAnchor(anchor, reports, Date.now());
  return 0;
}

function readCommand() {
  try {
    const { values } = parseArgs({ options: { anchor: { type: 'string' } } });
    return { anchor: values.anchor === undefined ? null : resolve(values.anchor) };
  } catch (error) {
    throw new StartError('Usage: pnpm audit:verify [--anchor FILE]', { cause: error });
  }
}
