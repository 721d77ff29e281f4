import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { createClosers } from '../house/closers.ts';
import { testDatabase } from '../storage/testing.ts';
import { assemblePath } from './assembled-path.ts';
import { runKillPoints } from './kill-points.ts';
import { type BothReport, runBoth } from './run-both.ts';
import { runTorture } from './run-torture.ts';

const MINUTES = 60_000;
const OPERATIONS = 340;

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

const sum = (counts: Readonly<Record<string, number>>) =>
  Object.values(counts).reduce((total, count) => total + count, 0);

/** Both layers, with a database of its own for each. */
async function tortureBoth(seed: number): Promise<BothReport> {
  const dataDir = mkdtempSync(join(tmpdir(), 'desk-torture-'));
  const closers = createClosers(pino({ level: 'silent' }));
  try {
    return await torture(runBoth, { seed, operations: OPERATIONS, dataDir, closers });
  } finally {
    await closers.closeAll();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

describe('under every fault at once nothing is lost and nothing happens twice', () => {
  const reports: BothReport[] = [];

  test.each([101, 202, 303])('seed %i', { timeout: 6 * MINUTES }, async (seed) => {
    const report = await tortureBoth(seed);
    reports.push(report);

    expect(report.violations).toEqual([]);
    expect(report.operations).toBeGreaterThanOrEqual(OPERATIONS);
    expect(Object.keys(report.faults).length).toBeGreaterThanOrEqual(22);
    expect(report.databaseCrashes).toBeGreaterThanOrEqual(1);
  });

  test('that was more than 1,000 operations, 300 faults and 30 kills', () => {
    const total = (figure: (report: BothReport) => number): number =>
      reports.reduce((all, report) => all + figure(report), 0);

    expect(total(({ operations }) => operations)).toBeGreaterThanOrEqual(1_000);
    expect(total(({ faults }) => sum(faults))).toBeGreaterThanOrEqual(300);
    expect(total(({ kills }) => kills)).toBeGreaterThanOrEqual(30);
  });
});

test('the same seed makes the same history', { timeout: MINUTES }, async () => {
  const first = await torture(runTorture, { seed: 7, operations: 20 });
  const second = await torture(runTorture, { seed: 7, operations: 20 });

  expect(second).toEqual(first);
});

test('the path that bugs are planted in is the path of the product', {
  timeout: MINUTES,
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
