import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Logger } from 'pino';
import { readAnchor, writeAnchor } from './audit/anchor-file.ts';
import { describeReport } from './audit/describe-report.ts';
import { verifyAudit } from './audit/verify-audit.ts';
import { readEnv } from './env.ts';
import type { Closers } from './house/closers.ts';
import { runCommand } from './house/run-command.ts';
import { visitStorage } from './house/visit-storage.ts';
import { StartError } from './start-error.ts';

const TAMPERED = 1;
const NOT_VERIFIED = 2;

await runCommand(
  { failed: 'could not verify the audit log', failedCode: NOT_VERIFIED },
  (log, closers) => verify(readCommand(), log, closers),
);

async function verify(
  { anchor }: { readonly anchor: string | null },
  log: Logger,
  closers: Closers,
): Promise<number> {
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
