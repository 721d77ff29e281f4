import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { createClosers } from '../house/closers.ts';
import { testDatabase } from '../storage/testing.ts';
import { type BothReport, runBoth } from './run-both.ts';

const MINUTES = 60_000;
const OPERATIONS = 340;

const sum = (counts: Readonly<Record<string, number>>) =>
  Object.values(counts).reduce((total, count) => total + count, 0);

/** Both layers, with a database of its own for each. */
async function tortureBoth(seed: number): Promise<BothReport> {
  const dataDir = mkdtempSync(join(tmpdir(), 'desk-torture-'));
  const closers = createClosers(pino({ level: 'silent' }));
  const { appUrl, drop } = await testDatabase();
  await closers.add('simulated database', drop);
  try {
    return await runBoth({ url: appUrl, seed, operations: OPERATIONS, dataDir, closers });
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
