import { expect, test } from 'vitest';
import { timeLeft } from './time-left.ts';

const running = { state: 'running', asOf: 1_000, rowsDone: 250, rowsTotal: 1_000 } as const;

test('a quarter in ten seconds leaves thirty', () => {
  expect(timeLeft(running, 11_000)).toBe(30_000);
});

test('the last row leaves nothing', () => {
  expect(timeLeft({ ...running, rowsDone: 1_000 }, 11_000)).toBe(0);
});

test.each([
  ['it waits', { ...running, state: 'queued' as const }],
  ['rows are being counted', { ...running, rowsTotal: null }],
  ['no row is written', { ...running, rowsDone: 0 }],
  ['no view is taken', { ...running, asOf: null }],
])('nothing is told while %s', (_, made) => {
  expect(timeLeft(made, 11_000)).toBeNull();
});

test.each([1_000, 2_999, 0])('nothing is told in the first two seconds, nor before them', (now) => {
  expect(timeLeft(running, now)).toBeNull();
});
