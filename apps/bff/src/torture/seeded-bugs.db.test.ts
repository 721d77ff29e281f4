import { describe, expect, test } from 'vitest';
import { testDatabase } from '../storage/testing.ts';
import { plantBug } from './plant-bug.ts';
import { runTorture } from './run-torture.ts';
import { frequentBugs, rareBugs, searches } from './seeded-bugs.ts';

const MINUTE = 60_000;

test('there are at least twelve of them, and few others', () => {
  expect(frequentBugs.length).toBeGreaterThanOrEqual(12);
  expect(frequentBugs).toHaveLength(Object.keys(searches).length);
  expect(rareBugs.length).toBeLessThanOrEqual(2);
});

describe('switched on and caught', () => {
  test.each(frequentBugs)('$name', { timeout: 5 * MINUTE }, async ({ search, ...bug }) => {
    const { marks, violations } = await plantBug(bug, search);

    expect(marks).toBeGreaterThan(0);
    expect(violations).not.toEqual([]);
  });
});

describe('without a bug nothing is violated', () => {
  const histories = new Map(
    Object.values(searches).map((search) => [JSON.stringify(search), search]),
  );

  test.each([...histories.values()])(
    'seed $seed, $intents intents',
    { timeout: 3 * MINUTE },
    async (search) => {
      const { appUrl, drop } = await testDatabase();
      try {
        const { violations } = await runTorture({ url: appUrl, operations: 1, ...search });

        expect(violations).toEqual([]);
      } finally {
        await drop();
      }
    },
  );
});
