import { expect, test } from 'vitest';
import { inListOrder } from './in-list-order.ts';
import type { Payment } from './payment.ts';

const payment = (id: string, authorized: number, captureBy: number | null) =>
  ({ id, authorized, captureBy }) as Payment;
const payments = [payment('b', 10, null), payment('c', 30, 7), payment('a', 10, 9)];

test.each([
  ['amount', 'asc', 'abc'],
  ['amount', 'desc', 'cba'],
  ['captureBy', 'asc', 'cab'],
  ['captureBy', 'desc', 'acb'],
] as const)('by %s %s', (sort, order, ids) => {
  const sorted = inListOrder(payments, { sort, order });

  expect(sorted.map(({ id }) => id).join('')).toBe(ids);
});
