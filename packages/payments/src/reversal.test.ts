import { describe, expect, test } from 'vitest';
import { decideReversal } from './reversal.ts';
import { authorizedPayment, connectionRules } from './testing.ts';

const partReversed = { amounts: { reversed: 25_00 } };

describe('reversing an authorized payment of CHF 100.00', () => {
  test.each([
    ['all of it', {}, {}, 100_00],
    ['all of it by its amount', {}, { amount: 100_00 }, 100_00],
    ['all of it when no amount is given', {}, { amount: undefined }, 100_00],
    ['a part', {}, { amount: 25_00 }, 25_00],
    ['what a part reversal left', partReversed, {}, 75_00],
    ['a rest below the minimum', { amounts: { reversed: 99_50 } }, {}, 50],
    ['all of it past the deadline', { captureBy: 0 }, {}, 100_00],
  ])('allows %s', (_, payment, wish, amount) => {
    const decision = decideReversal(authorizedPayment(payment), connectionRules(), wish);

    expect(decision).toEqual({ allowed: true, amount });
  });

  test.each([
    ['once a part is captured', { amounts: { captured: 1_00 } }, {}, 'already-captured'],
    ['once all is captured', { amounts: { captured: 100_00 } }, {}, 'already-captured'],
    ['once all is reversed', { amounts: { reversed: 100_00 } }, {}, 'nothing-left'],
    ['once it lapsed', { amounts: { closed: 100_00 } }, {}, 'nothing-left'],
    ['before it is authorized', { amounts: { authorized: 0 } }, {}, 'nothing-left'],
    ['without a PayID', { payId: null }, {}, 'not-supported'],
    ['with an unsafe TransID', { transId: '50%' }, {}, 'not-supported'],
    ['while a capture is sent', { openState: 'sending' }, {}, 'step-in-flight'],
    ['while an outcome is unknown', { openState: 'unknown' }, {}, 'outcome-unknown'],
  ] as const)('is refused %s', (_, payment, wish, refusal) => {
    const decision = decideReversal(authorizedPayment(payment), connectionRules(), wish);

    expect(decision).toEqual({ allowed: false, refusal });
  });

  test.each([
    ['one cent too much', 100_01, { refusal: 'amount-too-high', max: 100_00 }],
    ['a part below the minimum', 99, { refusal: 'amount-too-low', min: 1_00 }],
    ['zero', 0, { refusal: 'amount-too-low', min: 1_00 }],
    ['a fraction of a cent', 1_00.5, { refusal: 'amount-too-low', min: 1_00 }],
  ])('refuses %s', (_, amount, refusal) => {
    expect(decideReversal(authorizedPayment(), connectionRules(), { amount })).toEqual({
      allowed: false,
      ...refusal,
    });
  });
});

describe('a contract on which part reversals are unconfirmed', () => {
  const rules = connectionRules({ partialReversal: 'unconfirmed' });

  test('refuses a part', () => {
    expect(decideReversal(authorizedPayment(), rules, { amount: 99_99 })).toEqual({
      allowed: false,
      refusal: 'not-supported',
    });
  });

  test('allows all that remains', () => {
    expect(decideReversal(authorizedPayment(partReversed), rules, { amount: 75_00 })).toEqual({
      allowed: true,
      amount: 75_00,
    });
  });
});
