import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

/** What one runner did. A skipped test counts as failed: a test that does not run proves nothing. */
export type Count = { readonly passed: number; readonly failed: number };

const vitestReport = z.object({
  numTotalTests: z.int(),
  numPassedTests: z.int(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

const playwrightReport = z.object({
  errors: z.array(z.unknown()),
  stats: z.object({
    expected: z.int(),
    unexpected: z.int(),
    flaky: z.int(),
    skipped: z.int(),
  }),
});

/** Reads Vitest's JSON report; a file that could not even be loaded counts as one failure. */
export function countVitest(reportFile: string): Count {
  const report = vitestReport.parse(read(reportFile));
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numTotalTests - report.numPassedTests + unloaded,
  };
}

/** Reads Playwright's JSON report; a test that passed only on repetition counts as failed. */
export function countPlaywright(reportFile: string): Count {
  const { stats, errors } = playwrightReport.parse(read(reportFile));
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + stats.skipped + errors.length,
  };
}

function read(file: string): unknown {
  if (!existsSync(file)) throw new Error(`the runner wrote no report to ${file}`);
  return JSON.parse(readFileSync(file, 'utf8'));
}
