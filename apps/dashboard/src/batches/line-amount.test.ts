import { expect, test } from 'vitest';
import { amountsOf, problemOfAmount } from './line-amount.ts';

test.each([
  ['12.50', null],
  ['50', null],
  ['50.01', 'max'],
  ['0', 'zero'],
  ['', 'empty'],
  ['-5', 'negative'],
  ['1,234.50', 'ambiguous'],
  ['5.0001', 'decimals'],
  ['five', 'chars'],
])('%s of CHF 50.00: %s', (text, problem) => {
  expect(problemOfAmount(text, 50_00)).toBe(problem);
});

test('what cannot be read is no amount of a line', () => {
  expect(amountsOf({ one: '12.5', two: 'x', three: '0', four: '1’000' })).toEqual({
    one: 12_50,
    four: 1000_00,
  });
});
