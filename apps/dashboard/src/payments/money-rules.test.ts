import { describe, expect, test } from 'vitest';
import { now } from '../testing.tsx';
import { judgeAmount } from './amount-rule.ts';
import { hasRest, preselectedRest } from './capture-choice.ts';
import { captureProblems } from './capture-rules.ts';
import { deadlineOf } from './deadline-of.ts';
import { previewAmounts } from './preview-amounts.ts';
import { refNrProblem, suggestRefNr } from './ref-nr.ts';
import { refundProblems } from './refund-rules.ts';
import { paymentDetail } from './testing.tsx';

const limits = { max: 200_000, min: 100, currency: 'CHF' };

describe('a typed amount', () => {
  test.each([
    ['49.90', 4_990],
    ['49,90', 4_990],
    ["1'234.50", 123_450],
    ['1’234.50', 123_450],
    ['1', 100],
    ['2000.00', 200_000],
  ])('%s is taken', (text, minor) => {
    expect(judgeAmount(text, limits)).toEqual({ minor });
  });

  test.each([
    ['', 'empty'],
    ['0', 'zero'],
    ['0.00', 'zero'],
    ['-1', 'negative'],
    ['1e3', 'chars'],
    ['abc', 'chars'],
    ['12.345', 'ambiguous'],
    ['1,234.50', 'ambiguous'],
    ['12.3456', 'decimals'],
    ['12345678901', 'too-long'],
    ['2000.01', 'max'],
    ['0.99', 'min'],
  ])('%s breaks the rule %s', (text, problem) => {
    expect(judgeAmount(text, limits)).toEqual({ problem });
  });
});

describe('the rest of a partial capture', () => {
  test.each([
    ['yes', 'keep'],
    ['no', 'close'],
    ['unconfirmed', null],
  ] as const)('with several captures "%s" preselects %s', (several, choice) => {
    expect(preselectedRest(several)).toBe(choice);
  });

  test('is asked for only when there is one', () => {
    expect(hasRest(10_000, 10_000)).toBe(false);
    expect(hasRest(9_999, 10_000)).toBe(true);
    expect(hasRest(null, 10_000)).toBe(false);
  });

  test.each([
    ['a part without a choice', '10.00', null, true, { rest: 'chooseOne' }],
    ['a part kept open where one capture is allowed', '10.00', 'keep', false, { rest: 'keepNo' }],
    ['a part kept open', '10.00', 'keep', true, {}],
    ['everything without a choice', '100.00', null, true, {}],
  ] as const)('%s', (_, amount, rest, mayKeepOpen, problems) => {
    const found = captureProblems(
      { amount, rest, refNr: '' },
      { max: 10_000, min: 100, currency: 'CHF', mayKeepOpen },
    );

    expect(found).toEqual(problems);
  });
});

describe('a reference', () => {
  test.each([
    ['A-10482_2', null],
    ['', null],
    ['Müller', 'refNrChars'],
    ['A,1', 'refNrChars'],
    ['x'.repeat(41), 'refNrLong'],
    ['x'.repeat(40), null],
  ])('%s', (text, problem) => {
    expect(refNrProblem(text)).toBe(problem);
  });

  test.each([
    ['Müller', 'Mueller'],
    ['Äpfel, 3 Stück', 'Aepfel-3-Stueck'],
    ['Genève', 'Geneve'],
    ['A-10482', null],
    ['—', null],
  ])('for %s suggests %s', (text, suggestion) => {
    expect(suggestRefNr(text)).toBe(suggestion);
  });
});

describe('a refund', () => {
  test.each([
    ['without a reason', { reason: '', note: '' }, { reason: 'required' }],
    ['for another reason without a note', { reason: 'other', note: ' ' }, { note: 'noteEmpty' }],
    ['with a note too long', { reason: 'return', note: 'x'.repeat(501) }, { note: 'noteLong' }],
    ['for another reason with a note', { reason: 'other', note: 'Gift' }, {}],
  ] as const)('%s', (_, fields, problems) => {
    expect(refundProblems({ amount: '5', ...fields }, limits)).toEqual(problems);
  });
});

describe('the preview', () => {
  test('of a capture that keeps the rest open', () => {
    const after = previewAmounts(paymentDetail(), {
      kind: 'capture',
      amount: 4_000,
      closeRest: false,
    });

    expect(after).toMatchObject({ captured: 4_000, remaining: 6_000, status: 'part_captured' });
  });

  test('of a capture that closes the rest', () => {
    const after = previewAmounts(paymentDetail(), {
      kind: 'capture',
      amount: 4_000,
      closeRest: true,
    });

    expect(after).toMatchObject({
      captured: 4_000,
      closed: 6_000,
      remaining: 0,
      status: 'captured',
    });
  });

  test('of a reversal and of a refund', () => {
    const captured = paymentDetail({ captured: 10_000, remaining: 0, refundable: 10_000 });

    expect(previewAmounts(paymentDetail(), { kind: 'reverse', amount: 10_000 }).status).toBe(
      'reversed',
    );
    expect(previewAmounts(captured, { kind: 'credit', amount: 2_000 })).toMatchObject({
      refunded: 2_000,
      refundable: 8_000,
      status: 'part_refunded',
    });
  });
});

describe('the deadline that counts', () => {
  test('is the capture while something remains', () => {
    expect(deadlineOf(paymentDetail({ refundable: 500 }))).toMatchObject({ kind: 'capture' });
  });

  test('is the refund once all is captured and something is refundable', () => {
    const payment = paymentDetail({ remaining: 0, refundable: 500, refundUntil: now });

    expect(deadlineOf(payment)).toEqual({ kind: 'refund', at: now, urgency: 'calm' });
  });

  test('is none when nothing can be done any more', () => {
    expect(deadlineOf(paymentDetail({ remaining: 0 }))).toBeNull();
  });
});
