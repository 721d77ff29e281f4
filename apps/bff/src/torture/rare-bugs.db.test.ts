import { expect, test } from 'vitest';
import { plantBug } from './plant-bug.ts';
import { rareBugs } from './seeded-bugs.ts';

const MINUTE = 60_000;

test.each(rareBugs)('switched on and caught: $name', { timeout: 8 * MINUTE }, async (bug) => {
  const { marks, violations } = await plantBug(bug, { seed: 12 });

  expect(marks).toBeGreaterThan(0);
  expect(violations).not.toEqual([]);
});
