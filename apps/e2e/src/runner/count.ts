import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

/**
 * What one runner did. A skipped test counts as failed: a test that does not run proves nothing.
 * `repeated` names the stories among the passed that did so only when told once more.
 */
export type Count = {
  readonly passed: number;
  readonly failed: number;
  readonly repeated: readonly string[];
};

const vitestReport = z.object({
  numTotalTests: z.int(),
  numPassedTests: z.int(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

const toldStories = z.object({
  specs: z.array(
    z.object({
      file: z.string(),
      title: z.string(),
      tests: z.array(z.object({ status: z.string() })),
    }),
  ),
  get suites() {
    return z.array(toldStories).optional();
  },
});

const playwrightReport = z.object({
  errors: z.array(z.unknown()),
  suites: z.array(toldStories),
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
    repeated: [],
  };
}

/** Reads Playwright's JSON report. */
export function countPlaywright(reportFile: string): Count {
  const { stats, errors, suites } = playwrightReport.parse(read(reportFile));
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + stats.skipped + errors.length,
    repeated: suites.flatMap(flakyIn),
  };
}

function flakyIn({ specs, suites = [] }: z.infer<typeof toldStories>): readonly string[] {
  const own = specs
    .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
    .map(({ file, title }) => `${file} › ${title}`);
  return [...own, ...suites.flatMap(flakyIn)];
}

function read(file: string): unknown {
  if (!existsSync(file)) throw new Error(`the runner wrote no report to ${file}`);
  return JSON.parse(readFileSync(file, 'utf8'));
}
