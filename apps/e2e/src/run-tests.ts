import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { wholeEnv } from './env.ts';
import { type Count, countPlaywright, countVitest } from './runner/count.ts';
import { findBrowser } from './runner/find-browser.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const reports = mkdtempSync(join(tmpdir(), 'desk-reports-'));

/** Of this run alone: a run clears its folder as it starts, and two may run at once. */
const traces = join(root, 'apps/e2e/test-results', `run-${process.pid}`);

type Suite = { readonly name: string; readonly room: string; readonly args: readonly string[] };

/** Unit, property, database and protocol tests, cheapest first; the short torture comes last. */
const suites: readonly Suite[] = [
  whole('packages/payments'),
  whole('packages/paygate-core'),
  whole('apps/simulator'),
  whole('apps/bff'),
  whole('apps/dashboard'),
  whole('apps/e2e'),
  {
    name: 'torture',
    room: 'apps/bff',
    args: ['--config', 'vitest.torture.config.ts', 'src/torture/torture.db.test.ts'],
  },
];

/** Runs every runner in turn, and closes with one line: `N passed, N failed`. */
function main(): void {
  const counts = [...suites.map(runVitest), runPlaywright()];
  rmSync(reports, { recursive: true, force: true });
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}

function whole(room: string): Suite {
  return { name: room, room, args: [] };
}

function runVitest({ name, room, args }: Suite): Count {
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
  );
}

function runPlaywright(): Count {
  process.stdout.write('\n── browser\n');
  const report = join(reports, 'playwright.json');
  const playwright = join(root, 'apps/e2e/node_modules/@playwright/test/cli.js');
  try {
    const browser = findBrowser();
    return counted(
      [playwright, 'test', '--config', 'apps/e2e/playwright.config.ts', '--output', traces],
      () => countPlaywright(report),
      { PLAYWRIGHT_CHROMIUM: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    );
  } catch (error) {
    process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return { passed: 0, failed: 1 };
  }
}

/** Runs Node with `args`; an exit code that the report does not explain is one more failure. */
function counted(
  args: readonly string[],
  count: () => Count,
  env: Record<string, string> = {},
): Count {
  const { status } = spawnSync(process.execPath, [...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...wholeEnv(), ...env },
  });
  try {
    const { passed, failed } = count();
    return { passed, failed: status === 0 || failed > 0 ? failed : failed + 1 };
  } catch (error) {
    process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return { passed: 0, failed: 1 };
  }
}

main();
