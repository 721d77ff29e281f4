import { describe, expect, test } from 'vitest';
import { decideCapture } from './capture.ts';
import { authorizedPayment, connectionRules } from './testing.ts';

const keepOpen = (amount: number) => ({ amount, closeRest: false });
const closeRest = (amount: number) => ({ amount, closeRest: true });
const partCaptured = { amounts: { captured: 60_00 } };

describe('A04 W12: capturing an authorized payment of CHF 100.00', () => {
  test.each([
    ['the full amount', {}, keepOpen(100_00), 0],
    ['the full amount with the rest closed', {}, closeRest(100_00), 0],
    ['the minimum', {}, keepOpen(1_00), 0],
    ['a part, the rest kept open', {}, keepOpen(60_00), 0],
    ['a part, the rest closed', {}, closeRest(60_00), 40_00],
    ['the rest', partCaptured, keepOpen(40_00), 0],
    ['a part of the rest, what remains closed', partCaptured, closeRest(30_00), 10_00],
    ['what a part reversal left', { amounts: { reversed: 70_00 } }, keepOpen(30_00), 0],
    ['the full amount past the deadline', { captureBy: 0 }, keepOpen(100_00), 0],
  ])('allows %s', (_, payment, wish, closes) => {
    const decision = decideCapture(authorizedPayment(payment), connectionRules(), wish);

    expect(decision).toEqual({ allowed: true, closes });
  });

  test.each([
    ['one cent too much', {}, 100_01, { refusal: 'amount-too-high', max: 100_00 }],
    ['more than is left', partCaptured, 40_01, { refusal: 'amount-too-high', max: 40_00 }],
    ['less than the minimum', {}, 99, { refusal: 'amount-too-low', min: 1_00 }],
    ['zero', {}, 0, { refusal: 'amount-too-low', min: 1_00 }],
    ['a negative amount', {}, -1, { refusal: 'amount-too-low', min: 1_00 }],
    ['a fraction of a cent', {}, 50_00.5, { refusal: 'amount-too-low', min: 1_00 }],
    ['what is not a number', {}, Number.NaN, { refusal: 'amount-too-low', min: 1_00 }],
    ['anything once all is captured', { amounts: { captured: 100_00 } }, 1_00, nothingLeft()],
    ['anything after a reversal', { amounts: { reversed: 100_00 } }, 1_00, nothingLeft()],
    ['anything once the rest is closed', { amounts: { closed: 100_00 } }, 1_00, nothingLeft()],
    ['anything not authorized', { amounts: { authorized: 0 }, payId: null }, 1_00, nothingLeft()],
    ['what has no PayID', { payId: null }, 1_00, { refusal: 'not-supported' }],
    ['what has an unsafe TransID', { transId: 'A*1' }, 1_00, { refusal: 'not-supported' }],
  ] as const)('refuses %s', (_, payment, amount, refusal) => {
    const decision = decideCapture(authorizedPayment(payment), connectionRules(), keepOpen(amount));

    expect(decision).toEqual({ allowed: false, ...refusal });
  });

  test.each([
    ['requested', 'step-in-flight'],
    ['sending', 'step-in-flight'],
    ['unknown', 'outcome-unknown'],
    ['review', 'outcome-unknown'],
  ] as const)('refuses anything while an operation is %s', (openState, refusal) => {
    const payment = authorizedPayment({ openState, amounts: { captured: 100_00 } });

    const decision = decideCapture(payment, connectionRules(), keepOpen(1_00));

    expect(decision).toEqual({ allowed: false, refusal });
  });
});

describe('a contract with a single capture', () => {
  const rules = connectionRules({ severalCaptures: 'no' });

  test.each([
    ['a part that keeps the rest open', {}, keepOpen(60_00)],
    ['a second capture of the rest', partCaptured, keepOpen(40_00)],
    ['a second capture that closes', partCaptured, closeRest(30_00)],
  ])('refuses %s', (_, payment, wish) => {
    expect(decideCapture(authorizedPayment(payment), rules, wish)).toEqual({
      allowed: false,
      refusal: 'not-supported',
    });
  });

  test.each([
    ['the full amount', keepOpen(100_00), 0],
    ['a part that closes the rest', closeRest(60_00), 40_00],
  ])('allows %s', (_, wish, closes) => {
    expect(decideCapture(authorizedPayment(), rules, wish)).toEqual({ allowed: true, closes });
  });
});

test('an unconfirmed contract may try a second capture', () => {
  const rules = connectionRules({ severalCaptures: 'unconfirmed' });

  const decision = decideCapture(authorizedPayment(partCaptured), rules, keepOpen(40_00));

  expect(decision).toEqual({ allowed: true, closes: 0 });
});

function nothingLeft() {
  return { refusal: 'nothing-left' } as const;
}
