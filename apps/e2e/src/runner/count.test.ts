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

    expect(countVitest(report)).toEqual({ passed: 2, failed: 1, repeated: [] });
  });

  test('counts a file that could not be loaded as failed', () => {
    const report = write({
      numTotalTests: 1,
      numPassedTests: 1,
      testResults: [{ status: 'failed', assertionResults: [] }],
    });

    expect(countVitest(report)).toEqual({ passed: 1, failed: 1, repeated: [] });
  });
});

describe('counting a Playwright report', () => {
  test('counts skipped tests and broken set-up as failed', () => {
    const report = write({
      errors: [{}],
      suites: [],
      stats: { expected: 4, unexpected: 1, flaky: 0, skipped: 1 },
    });

    expect(countPlaywright(report)).toEqual({ passed: 4, failed: 3, repeated: [] });
  });

  test('names what passed only when told once more, however deep it lies', () => {
    const spec = (title: string, status: string) => ({
      file: 'stories/refund.e2e.ts',
      title,
      tests: [{ status }],
    });
    const report = write({
      errors: [],
      suites: [
        {
          specs: [spec('at once', 'expected')],
          suites: [{ specs: [spec('at the second time', 'flaky'), spec('never', 'unexpected')] }],
        },
      ],
      stats: { expected: 1, unexpected: 1, flaky: 1, skipped: 0 },
    });

    expect(countPlaywright(report)).toEqual({
      passed: 2,
      failed: 1,
      repeated: ['stories/refund.e2e.ts › at the second time'],
    });
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
