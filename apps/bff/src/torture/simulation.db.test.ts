import { expect, test } from 'vitest';
import { testDatabase } from '../storage/testing.ts';
import { assemblePath } from './assembled-path.ts';
import { runKillPoints } from './kill-points.ts';
import { runTorture } from './run-torture.ts';

const MINUTES = 60_000;

/** Runs it on a database of its own. */
async function torture<Options, Report>(
  run: (options: Options & { readonly url: string }) => Promise<Report>,
  options: Options,
): Promise<Report> {
  const { appUrl, drop } = await testDatabase();
  try {
    return await run({ url: appUrl, ...options });
  } finally {
    await drop();
  }
}

test('the same seed makes the same history', { timeout: MINUTES }, async () => {
  const first = await torture(runTorture, { seed: 7, operations: 20 });
  const second = await torture(runTorture, { seed: 7, operations: 20 });

  expect(second).toEqual(first);
});

test('the path that bugs are planted in is the path of the product', {
  timeout: 3 * MINUTES,
}, async () => {
  const product = await torture(runTorture, { seed: 8, operations: 60 });
  const assembled = await torture(runTorture, {
    seed: 8,
    operations: 60,
    variant: { path: assemblePath() },
  });

  expect(assembled).toEqual(product);
});

test('C01: killed at every point at which it waits for anything', {
  timeout: 2 * MINUTES,
}, async () => {
  const report = await torture(runKillPoints, { seed: 9, runs: 1 });

  expect(report.violations).toEqual([]);
  expect(Object.keys(report.points)).toEqual(['capture', 'reversal', 'credit']);
  for (const points of Object.values(report.points)) expect(points).toBeGreaterThan(14);
});
