import { expect, test } from 'vitest';
import { leavesLessThanMinimum } from './minimum.ts';

test.each([
  [0, false],
  [1, true],
  [99, true],
  [100, false],
  [101, false],
])('a rest of %i under a minimum of 100 is too small: %s', (rest, tooSmall) => {
  expect(leavesLessThanMinimum(rest, 100)).toBe(tooSmall);
});
