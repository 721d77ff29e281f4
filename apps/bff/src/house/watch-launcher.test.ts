import { expect, test } from 'vitest';
import { findLaunchers } from './watch-launcher.ts';

function launchers(lines: readonly string[]): number[] {
  const first = 100;
  return findLaunchers(
    first,
    (pid) => lines[pid - first] ?? '',
    (pid) => (pid - first < lines.length - 1 ? pid + 1 : 1),
  );
}

const npx = [
  'sh -c node apps/bff/src/start.ts',
  '/home/me/.npm/_npx/1/node_modules/.bin/pnpm start',
  'sh -c pnpm start',
  'npm exec pnpm@12.21.0 start',
];

test.each([
  ['npx and all that is between', npx, [100, 101, 102, 103]],
  ['npx, but not the shell it was typed into', [...npx, '-bash'], [100, 101, 102, 103]],
  ['pnpm as a script', ['sh -c start', 'node /usr/lib/pnpm.cjs start', 'bash'], [100, 101]],
  ['pnpm alone', ['/usr/bin/pnpm start', 'zsh', 'login'], [100]],
  ['nothing below a shell', ['bash', 'sshd'], []],
  ['nothing below another program', ['node vitest.mjs', 'sh -c vitest', 'pnpm test'], []],
])('watches %s', (_, lines, expected) => {
  expect(launchers(lines)).toEqual(expected);
});
