import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { countPlaywright, countVitest } from './count.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'desk-count-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe('counting a Vitest report', () => {
  test('counts a skipped test as failed', () => {
    const report = write({ numTotalTests: 3, numPassedTests: 2, testResults: [] });

    expect(countVitest(report)).toEqual({ passed: 2, failed: 1 });
  });

  test('counts a file that could not be loaded as failed', () => {
    const report = write({
      numTotalTests: 1,
      numPassedTests: 1,
      testResults: [{ status: 'failed', assertionResults: [] }],
    });

    expect(countVitest(report)).toEqual({ passed: 1, failed: 1 });
  });
});

describe('counting a Playwright report', () => {
  test('counts flaky and skipped tests and broken set-up as failed', () => {
    const report = write({
      errors: [{}],
      stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 1 },
    });

    expect(countPlaywright(report)).toEqual({ passed: 4, failed: 4 });
  });

  test('says so when there is no report', () => {
    expect(() => countPlaywright(join(dir, 'none.json'))).toThrow('wrote no report');
  });
});

function write(report: unknown): string {
  const file = join(dir, 'report.json');
  writeFileSync(file, JSON.stringify(report));
  return file;
}
