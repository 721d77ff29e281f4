import { expect, test } from 'vitest';
import type { Payment } from './payment.ts';
import { sumsOf } from './sums-of.ts';

const payment = (remaining: number, currency = 'CHF') =>
  ({ currency, authorized: 0, captured: 0, refunded: 0, remaining }) as Payment;

test('sums are never of two currencies together', () => {
  const sums = sumsOf([payment(100), payment(30), payment(7, 'EUR')]);
  expect(sums.map(({ currency, remaining }) => [currency, remaining])).toEqual([
    ['CHF', 130],
    ['EUR', 7],
  ]);
});
