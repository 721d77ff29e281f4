import { basename } from 'node:path';
import { commandLine, isAlive, parentOf } from '../storage/process-identity.ts';

const POLL_MS = 300;
const SHELL = /^-?(ba|da|z|fi)?sh$/;
const PACKAGE_MANAGER = /^(npm|npx|pnpm|corepack)(-cli)?(\.[cm]?js)?$/;

/**
 * Calls `onGone` once when a package manager that started us has ended. npx and pnpm do not hand a
 * SIGTERM on; without this, whoever ended them would leave everything running. Whoever started
 * *them* may end: that is how a program is left in the background.
 */
export function watchLauncher(onGone: () => void): void {
  const launchers = findLaunchers(process.ppid, commandLine, parentOf);
  if (launchers.length === 0) return;
  const timer = setInterval(() => {
    if (launchers.every(isAlive)) return;
    clearInterval(timer);
    onGone();
  }, POLL_MS);
  timer.unref();
}

/** The processes between us and the uppermost package manager, that one included. */
export function findLaunchers(
  parent: number,
  lineOf: (pid: number) => string,
  above: (pid: number) => number,
): number[] {
  const chain: number[] = [];
  let known = 0;
  for (let pid = parent; pid > 1; pid = above(pid)) {
    const words = lineOf(pid)
      .split(' ')
      .slice(0, 2)
      .map((word) => basename(word));
    const isManager = words.some((word) => PACKAGE_MANAGER.test(word));
    if (!isManager && !SHELL.test(words[0] ?? '')) break;
    chain.push(pid);
    if (isManager) known = chain.length;
  }
  return chain.slice(0, known);
}
