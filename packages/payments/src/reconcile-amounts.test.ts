import { describe, expect, test } from 'vitest';
import { reconcileAmounts } from './reconcile-amounts.ts';
import { amountsOf } from './testing.ts';

describe('sums that can be true', () => {
  test.each([
    ['of nothing', { authorized: 0 }],
    ['of an authorization', {}],
    ['of everything at once', { captured: 50_00, refunded: 50_00, reversed: 20_00, closed: 30_00 }],
  ])('%s stay as they are', (_, overrides) => {
    const sums = amountsOf(overrides);

    expect(reconcileAmounts(sums)).toEqual({ amounts: sums, contradiction: false });
  });
});

describe('of sums that cannot be true', () => {
  test.each([
    [
      'a capture beyond the authorization was authorized',
      { captured: 120_00 },
      { authorized: 120_00 },
    ],
    ['a refund beyond the captures was captured', { refunded: 30_00 }, { captured: 30_00 }],
    [
      'a refund beyond the authorization was both',
      { refunded: 120_00 },
      { authorized: 120_00, captured: 120_00 },
    ],
    [
      'what was captured later had not lapsed',
      { captured: 60_00, closed: 100_00 },
      { closed: 40_00 },
    ],
    [
      'a reversal of what was captured was authorized besides',
      { captured: 100_00, reversed: 40_00 },
      { authorized: 140_00 },
    ],
    ['less than no capture is none', { captured: -1 }, { captured: 0 }],
    ['less than no refund is none', { refunded: -1 }, { refunded: 0 }],
    ['less than no reversal is none', { reversed: -1 }, { reversed: 0 }],
    ['less than nothing closed is nothing', { closed: -1 }, { closed: 0 }],
  ])('%s', (_, overrides, nearest) => {
    const sums = amountsOf(overrides);

    expect(reconcileAmounts(sums)).toEqual({
      amounts: { ...sums, ...nearest },
      contradiction: true,
    });
  });
});
