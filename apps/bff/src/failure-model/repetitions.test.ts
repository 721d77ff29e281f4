import { expect, test } from 'vitest';
import { isFull, testPatience, times } from './repetitions.ts';

const asked = (value: string | undefined) => isFull({ FAILURE_MODEL_REPETITIONS: value });

test('a test does what is usual, or all of it when that is asked for by its name', () => {
  expect([undefined, '', 'usual', 'full'].map(asked)).toEqual([false, false, false, true]);
  expect(times({ usual: 3, full: 200 }, false)).toBe(3);
  expect(times({ usual: 3, full: 200 }, true)).toBe(200);
  expect(testPatience(true)).toBeGreaterThan(testPatience(false));
});

test('a word that nobody knows is no proof of anything', () => {
  expect(() => asked('all')).toThrow('"usual" or "full"');
});
