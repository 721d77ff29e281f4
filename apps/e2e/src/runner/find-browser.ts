import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { readEnv } from '../env.ts';

const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The path of a Chromium that starts: the one named by `PLAYWRIGHT_CHROMIUM`, else the system's,
 * else one downloaded by Playwright, else one installed by the system's package manager.
 * Throws an error that says how to install one.
 */
export function findBrowser(): string {
  const named = readEnv('PLAYWRIGHT_CHROMIUM');
  if (named !== undefined) {
    if (starts(named)) return named;
    throw new Error(`PLAYWRIGHT_CHROMIUM names ${named}, which does not start as a browser.`);
  }
  const attempts = [
    () => SYSTEM_BROWSERS.find(starts),
    () => [chromium.executablePath()].find(starts),
    () => {
      run('node_modules/.bin/playwright', ['install', '--with-deps', 'chromium']);
      return [chromium.executablePath()].find(starts);
    },
    () => {
      run('apt-get', ['update', '-qq']);
      run('apt-get', ['install', '-y', '-qq', 'chromium']);
      return SYSTEM_BROWSERS.find(starts);
    },
  ];
  for (const attempt of attempts) {
    const found = attempt();
    if (found !== undefined) return found;
  }
  throw new Error(
    'No browser for the tests: install Chromium (Debian: apt-get install chromium) or set PLAYWRIGHT_CHROMIUM to its path.',
  );
}

function starts(path: string): boolean {
  if (!existsSync(path)) return false;
  return spawnSync(path, ['--version'], { timeout: 30_000 }).status === 0;
}

function run(command: string, args: readonly string[]): void {
  spawnSync(command, [...args], {
    cwd: new URL('../..', import.meta.url),
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: 600_000,
  });
}
