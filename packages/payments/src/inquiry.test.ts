import { describe, expect, test } from 'vitest';
import { baselineDiffers, type InquiryAmounts, judgeEvidence, provesLapse } from './inquiry.ts';
import { amountsOf, authorizedAt } from './testing.ts';

const sums = (auth: number, cap: number, cred: number): InquiryAmounts => ({ auth, cap, cred });

function judge(
  kind: 'capture' | 'reversal' | 'credit',
  now: InquiryAmounts,
  overrides: Partial<Parameters<typeof judgeEvidence>[0]> = {},
) {
  const baseline = kind === 'reversal' ? sums(100_00, 0, 0) : sums(100_00, 20_00, 10_00);
  return judgeEvidence({
    kind,
    amount: 5_00,
    baseline,
    now,
    quietOver: false,
    inquiryShowsReversals: 'unconfirmed',
    ...overrides,
  });
}

describe('an inquiry after a sent operation over 5.00', () => {
  test.each([
    ['a capture by the captured sum', 'capture', sums(100_00, 25_00, 10_00)],
    ['a capture that also closed the rest', 'capture', sums(25_00, 25_00, 10_00)],
    ['a capture after which nothing stays authorized', 'capture', sums(0, 25_00, 10_00)],
    ['a credit by the credited sum', 'credit', sums(100_00, 20_00, 15_00)],
    ['a reversal by the authorized sum', 'reversal', sums(95_00, 0, 0)],
  ] as const)('proves %s at once', (_, kind, now) => {
    expect(judge(kind, now)).toBe('executed');
    expect(judge(kind, now, { quietOver: true })).toBe('executed');
  });

  test.each([
    ['a capture', 'capture', sums(100_00, 20_00, 10_00)],
    ['a credit', 'credit', sums(100_00, 20_00, 10_00)],
    ['a reversal', 'reversal', sums(100_00, 0, 0)],
  ] as const)('proves nothing by an unchanged sum before %s is quiet', (_, kind, now) => {
    expect(judge(kind, now)).toBe('no-change-yet');
    expect(judge(kind, now, { inquiryShowsReversals: 'yes' })).toBe('no-change-yet');
  });

  test.each([
    ['a capture', 'capture', 'unconfirmed', sums(100_00, 20_00, 10_00), 'not-executed'],
    ['a credit', 'credit', 'unconfirmed', sums(100_00, 20_00, 10_00), 'not-executed'],
    ['a reversal that would show', 'reversal', 'yes', sums(100_00, 0, 0), 'not-executed'],
    ['a reversal that might not show', 'reversal', 'unconfirmed', sums(100_00, 0, 0), 'review'],
  ] as const)('judges %s by an unchanged sum after the quiet period', (_, kind, shows, now, is) => {
    expect(judge(kind, now, { quietOver: true, inquiryShowsReversals: shows })).toBe(is);
  });

  test.each([
    ['a capture of more', 'capture', sums(100_00, 26_00, 10_00)],
    ['a capture of less', 'capture', sums(100_00, 24_00, 10_00)],
    ['a capture undone', 'capture', sums(100_00, 15_00, 10_00)],
    ['a credit instead of a capture', 'capture', sums(100_00, 20_00, 15_00)],
    ['only a lower authorization after a capture', 'capture', sums(95_00, 20_00, 10_00)],
    ['a credit of more', 'credit', sums(100_00, 20_00, 16_00)],
    ['a capture undone instead of a credit', 'credit', sums(100_00, 15_00, 10_00)],
    ['a reversal of more', 'reversal', sums(0, 0, 0)],
    ['a capture instead of a reversal', 'reversal', sums(100_00, 5_00, 0)],
    ['a reversal together with a capture', 'reversal', sums(95_00, 5_00, 0)],
  ] as const)('leaves %s to people', (_, kind, now) => {
    expect(judge(kind, now)).toBe('review');
    expect(judge(kind, now, { quietOver: true, inquiryShowsReversals: 'yes' })).toBe('review');
  });
});

describe('an inquiry before a send', () => {
  test.each([
    ['nothing on equal sums', { captured: 60_00, refunded: 10_00 }, sums(100_00, 60_00, 10_00)],
    ['nothing by an emptied authorization', { captured: 60_00 }, sums(0, 60_00, 0)],
    ['nothing by a lowered one after a reversal', { reversed: 40_00 }, sums(60_00, 0, 0)],
    [
      'nothing by a lowered one after closing',
      { captured: 60_00, closed: 40_00 },
      sums(60_00, 60_00, 0),
    ],
  ])('shows %s', (_, amounts, inquiry) => {
    expect(baselineDiffers(amountsOf(amounts), inquiry, 'unconfirmed')).toBeNull();
  });

  test.each([
    ['a capture made outside', {}, sums(100_00, 30_00, 0), { captured: 30_00 }],
    ['a capture undone outside', { captured: 60_00 }, sums(100_00, 0, 0), { captured: -60_00 }],
    ['a refund made outside', { captured: 60_00 }, sums(100_00, 60_00, 5_00), { credited: 5_00 }],
    ['a reversal made outside', {}, sums(40_00, 0, 0), { authorized: -60_00 }],
    ['a raised authorization', {}, sums(120_00, 0, 0), { authorized: 20_00 }],
    ['a capture after a reversal', { reversed: 40_00 }, sums(60_00, 1, 0), { captured: 1 }],
    [
      'several things at once',
      { captured: 60_00 },
      sums(90_00, 70_00, 5_00),
      { captured: 10_00, credited: 5_00, authorized: -10_00 },
    ],
  ])('shows %s', (_, amounts, inquiry, difference) => {
    expect(baselineDiffers(amountsOf(amounts), inquiry, 'unconfirmed')).toEqual({
      captured: 0,
      credited: 0,
      authorized: 0,
      ...difference,
    });
  });

  test.each([
    ['one more reversal after ours', { reversed: 40_00 }, sums(50_00, 0, 0), -10_00],
    ['one after a capture', { reversed: 40_00, captured: 20_00 }, sums(30_00, 20_00, 0), -30_00],
    ['nothing when ours is all there was', { reversed: 40_00 }, sums(60_00, 0, 0), 0],
    ['nothing by an answer from before ours', { reversed: 40_00 }, sums(100_00, 0, 0), 0],
    ['nothing by an emptied authorization', { reversed: 40_00 }, sums(0, 0, 0), 0],
    ['nothing after closing', { reversed: 40_00, closed: 10_00 }, sums(50_00, 0, 0), 0],
  ])('shows %s where inquiries show reversals', (_, amounts, inquiry, authorized) => {
    const difference = baselineDiffers(amountsOf(amounts), inquiry, 'yes');

    expect(difference?.authorized ?? 0).toBe(authorized);
  });
});

describe('an authorization that the gateway names no more', () => {
  const captureBy = authorizedAt;

  test.each([
    ['untouched at the edge', {}, sums(0, 0, 0), captureBy],
    ['captured in part', { captured: 60_00 }, sums(0, 60_00, 0), captureBy + 1],
  ])('lapsed, %s', (_, amounts, inquiry, now) => {
    expect(provesLapse({ amounts: amountsOf(amounts), captureBy }, inquiry, now)).toBe(true);
  });

  test.each([
    ['before the edge', {}, captureBy, sums(0, 0, 0), captureBy - 1],
    ['without a known deadline', {}, null, sums(0, 0, 0), captureBy],
    ['while an amount is named', {}, captureBy, sums(1, 0, 0), captureBy],
    ['after a reversal of ours', { reversed: 40_00 }, captureBy, sums(0, 0, 0), captureBy],
    ['when it was captured outside', {}, captureBy, sums(0, 100_00, 0), captureBy],
    ['when nothing remained', { captured: 100_00 }, captureBy, sums(0, 100_00, 0), captureBy],
  ])('did not lapse for sure %s', (_, amounts, deadline, inquiry, now) => {
    const payment = { amounts: amountsOf(amounts), captureBy: deadline };

    expect(provesLapse(payment, inquiry, now)).toBe(false);
  });
});
