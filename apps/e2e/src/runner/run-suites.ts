import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { wholeEnv } from '../env.ts';
import { type Count, countPlaywright, countVitest } from './count.ts';
import { findBrowser } from './find-browser.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const reports = mkdtempSync(join(tmpdir(), 'desk-reports-'));

/** What Node made of each file, for the servers that are started again and again: each starts in half the time. */
const compiled = join(reports, 'compiled');

/** Of this run alone: a run clears its folder as it starts, and two may run at once. */
const traces = join(root, 'apps/e2e/test-results', `run-${process.pid}`);

/** A runner that tells nothing is one failure. */
const BROKEN: Count = { passed: 0, failed: 1, repeated: [] };

/** Tests of one room; `args` choose among them. */
export type Suite = {
  readonly name: string;
  readonly room: string;
  readonly args: readonly string[];
};

/** What to run: suites in this order, then stories in a browser; `env` is added for all of them. */
type Plan = {
  readonly suites: readonly Suite[];
  /** Which stories; all where none is named. */
  readonly stories?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
};

/** Every test of a room. */
export function whole(room: string): Suite {
  return { name: room, room, args: [] };
}

/** Runs every runner in turn, and closes with one line: `N passed, N failed`. */
export function runSuites({ suites, stories = [], env = {} }: Plan): void {
  const counts = [...suites.map((suite) => runVitest(suite, env)), runPlaywright(stories, env)];
  rmSync(reports, { recursive: true, force: true });
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  for (const story of counts.flatMap(({ repeated }) => repeated)) {
    process.stdout.write(`\npassed only when told once more, a defect to be mended: ${story}\n`);
  }
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}

function runVitest({ name, room, args }: Suite, env: Readonly<Record<string, string>>): Count {
  process.stdout.write(`\n── ${name}\n`);
  const report = join(reports, `${name.replaceAll('/', '-')}.json`);
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  return counted(
    [
      vitest,
      'run',
      '--root',
      room,
      ...args,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    () => countVitest(report),
    env,
  );
}

function runPlaywright(stories: readonly string[], env: Readonly<Record<string, string>>): Count {
  process.stdout.write('\n── browser\n');
  const report = join(reports, 'playwright.json');
  const playwright = join(root, 'apps/e2e/node_modules/@playwright/test/cli.js');
  try {
    const browser = findBrowser();
    return counted(
      [
        ...[playwright, 'test', '--config', 'apps/e2e/playwright.config.ts', '--output', traces],
        ...stories,
      ],
      () => countPlaywright(report),
      { ...env, PLAYWRIGHT_CHROMIUM: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    );
  } catch (error) {
    process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return BROKEN;
  }
}

/** Runs Node with `args`; an exit code that the report does not explain is one more failure. */
function counted(
  args: readonly string[],
  count: () => Count,
  env: Readonly<Record<string, string>>,
): Count {
  const { status } = spawnSync(process.execPath, [...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...wholeEnv(), NODE_COMPILE_CACHE: compiled, ...env },
  });
  try {
    const counts = count();
    const { failed } = counts;
    return { ...counts, failed: status === 0 || failed > 0 ? failed : failed + 1 };
  } catch (error) {
    process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return BROKEN;
  }
}
