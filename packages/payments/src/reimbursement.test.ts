import { describe, expect, test } from 'vitest';
import type { PaymentEvent } from './payment-event.ts';
import { decideReimbursement, isRefundOver, reimbursedOf } from './reimbursement.ts';
import { authorizedAt, authorizedPayment } from './testing.ts';

const day = 24 * 3_600_000;
const refundUntil = authorizedAt + 180 * day;
const captured = { captured: 100_00 };

describe('a refund that the gateway still takes', () => {
  test.each([
    ['before the end of the period', {}, [], refundUntil - 1, false],
    ['at its end', {}, [], refundUntil, true],
    ['refused because the period is over', {}, ['20000959'], authorizedAt, true],
    ['refused for another reason', {}, ['20000100'], authorizedAt, false],
    ['of a payment without a PayID', { payId: null }, [], authorizedAt, true],
  ] as const)('%s', (_, payment, declined, now, over) => {
    const facts = authorizedPayment({ amounts: captured, ...payment });
    expect(isRefundOver(facts, declined, now)).toBe(over);
  });
});

describe('recording what was paid back otherwise', () => {
  test.each([
    ['all of it', { amounts: captured }, 100_00],
    ['less than the gateway would take', { amounts: captured }, 1],
    ['what a refund left', { amounts: { ...captured, refunded: 30_00 } }, 70_00],
  ])('allows %s', (_, payment, amount) => {
    expect(decideReimbursement(authorizedPayment(payment), { amount })).toEqual({ allowed: true });
  });

  test.each([
    ['more than is left', { amounts: { ...captured, refunded: 30_00 } }, 70_01, 'amount-too-high'],
    ['it twice', { amounts: captured, creditInDoubt: 100_00 }, 1, 'nothing-left'],
    ['nothing', { amounts: captured }, 0, 'amount-too-low'],
    ['what was never taken', {}, 1, 'not-captured'],
    [
      'while a refund is unknown',
      { amounts: captured, openState: 'unknown' },
      1,
      'outcome-unknown',
    ],
  ] as const)('refuses %s', (_, payment, amount, refusal) => {
    expect(decideReimbursement(authorizedPayment(payment), { amount })).toMatchObject({ refusal });
  });
});

test('the same record told twice counts once', () => {
  const event = { type: 'reimbursed', at: 0, amount: 20_00, how: 'cash' } as const;
  const events: PaymentEvent[] = [
    { ...event, fact: 'reimbursed:a' },
    { ...event, fact: 'reimbursed:a' },
    { ...event, fact: 'reimbursed:b', amount: 5_00 },
  ];
  expect(reimbursedOf(events)).toBe(25_00);
});
