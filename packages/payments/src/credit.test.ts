import { describe, expect, test } from 'vitest';
import { decideCredit, noRefundLimits } from './credit.ts';
import { authorizedPayment, connectionRules } from './testing.ts';

const captured = { captured: 100_00 };

describe('refunding a captured payment of CHF 100.00', () => {
  test.each([
    ['all of it', { amounts: captured }, 100_00],
    ['the minimum', { amounts: captured }, 1_00],
    ['what was captured of it', { amounts: { captured: 60_00 } }, 60_00],
    ['what an earlier refund left', { amounts: { ...captured, refunded: 30_00 } }, 70_00],
    ['what waiting refunds leave', { amounts: captured, creditInDoubt: 30_00 }, 70_00],
    ['all of it past the deadline', { amounts: captured, refundUntil: 0 }, 100_00],
  ])('allows %s', (_, payment, amount) => {
    expect(
      decideCredit(authorizedPayment(payment), connectionRules(), { amount }, noRefundLimits),
    ).toEqual({ allowed: true });
  });

  test.each([
    ['one cent too much', { amounts: captured }, 100_01, tooHigh(100_00)],
    ['more than was captured', { amounts: { captured: 60_00 } }, 60_01, tooHigh(60_00)],
    ['more than is left', { amounts: { ...captured, refunded: 30_00 } }, 70_01, tooHigh(70_00)],
    ['what is in doubt', { amounts: captured, creditInDoubt: 30_00 }, 70_01, tooHigh(70_00)],
    ['less than the minimum', { amounts: captured }, 99, tooLow()],
    ['zero', { amounts: captured }, 0, tooLow()],
    ['a fraction of a cent', { amounts: captured }, 1_00.5, tooLow()],
    ['what is not captured', {}, 1_00, { refusal: 'not-captured' }],
    ['what was reversed', { amounts: { reversed: 100_00 } }, 1_00, { refusal: 'not-captured' }],
    ['it twice', { amounts: { ...captured, refunded: 100_00 } }, 1_00, nothingLeft()],
    ['what waits already', { amounts: captured, creditInDoubt: 100_00 }, 1_00, nothingLeft()],
    ['without a PayID', { amounts: captured, payId: null }, 1_00, { refusal: 'not-supported' }],
    ['an unsafe TransID', { amounts: captured, transId: 'ä' }, 1_00, { refusal: 'not-supported' }],
    ['while one is sent', { openState: 'sending' }, 1_00, { refusal: 'step-in-flight' }],
    ['while one is in review', { openState: 'review' }, 1_00, { refusal: 'outcome-unknown' }],
  ] as const)('refuses %s', (_, payment, amount, refusal) => {
    const decision = decideCredit(
      authorizedPayment(payment),
      connectionRules(),
      { amount },
      noRefundLimits,
    );

    expect(decision).toEqual({ allowed: false, ...refusal });
  });
});

describe('a person who may refund CHF 50.00 on a payment and CHF 80.00 a day', () => {
  const limits = { ...noRefundLimits, perPayment: 50_00, perDay: 80_00 };
  const payment = authorizedPayment({ amounts: captured });
  const rules = connectionRules();

  test.each([
    ['exactly the limit of a payment', 50_00, {}],
    ['up to it in several parts', 20_00, { refundedOnPaymentByPerson: 30_00 }],
    ['up to the limit of the day', 30_00, { refundedTodayByPerson: 50_00 }],
  ])('may refund %s', (_, amount, used) => {
    expect(decideCredit(payment, rules, { amount }, { ...limits, ...used })).toEqual({
      allowed: true,
    });
  });

  test.each([
    ['a cent over the limit of a payment', 50_01, {}, { limit: 50_00, max: 50_00 }],
    ['over it in parts', 20_01, { refundedOnPaymentByPerson: 30_00 }, { limit: 50_00, max: 20_00 }],
    ['over the day', 30_01, { refundedTodayByPerson: 50_00 }, { limit: 80_00, max: 30_00 }],
    ['after a full day', 1_00, { refundedTodayByPerson: 80_00 }, { limit: 80_00, max: 0 }],
    ['after an excess', 1_00, { refundedOnPaymentByPerson: 60_00 }, { limit: 50_00, max: 0 }],
  ])('may not refund %s', (_, amount, used, figures) => {
    expect(decideCredit(payment, rules, { amount }, { ...limits, ...used })).toEqual({
      allowed: false,
      refusal: 'over-limit',
      ...figures,
    });
  });

  test('hears of the payment before hearing of a limit', () => {
    expect(decideCredit(payment, rules, { amount: 100_01 }, limits)).toEqual({
      allowed: false,
      ...tooHigh(100_00),
    });
  });
});

function tooHigh(max: number) {
  return { refusal: 'amount-too-high', max } as const;
}

function tooLow() {
  return { refusal: 'amount-too-low', min: 1_00 } as const;
}

function nothingLeft() {
  return { refusal: 'nothing-left' } as const;
}
