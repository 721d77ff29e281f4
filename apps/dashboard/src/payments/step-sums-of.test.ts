import { expect, test } from 'vitest';
import type { Step } from './step.ts';
import { stepSumsOf } from './step-sums-of.ts';

const step = (kind: Step['kind'], state: Step['state'], amount: number, currency = 'CHF') =>
  ({ kind, state, amount, currency }) as Step;

test('steps are counted by kind and currency, and only those that succeeded add up', () => {
  const sums = stepSumsOf([
    step('credit', 'succeeded', 700),
    step('capture', 'succeeded', 500),
    step('capture', 'failed', 90),
    step('capture', 'unknown', 9),
    step('capture', 'succeeded', 1, 'EUR'),
  ]);
  expect(sums).toEqual([
    { kind: 'capture', currency: 'CHF', count: 3, succeeded: 500 },
    { kind: 'capture', currency: 'EUR', count: 1, succeeded: 1 },
    { kind: 'credit', currency: 'CHF', count: 1, succeeded: 700 },
  ]);
});
