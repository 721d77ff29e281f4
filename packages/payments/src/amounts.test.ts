import { describe, expect, test } from 'vitest';
import { refundableOf, remainingOf } from './amounts.ts';
import { amountsOf } from './testing.ts';

describe('of an authorization of 100.00', () => {
  test.each([
    ['all', {}, 100_00],
    ['the rest of a part capture', { captured: 60_00 }, 40_00],
    ['the rest of a part reversal', { reversed: 25_00 }, 75_00],
    ['nothing of what a last capture closed', { captured: 60_00, closed: 40_00 }, 0],
    ['nothing more because of a refund', { captured: 100_00, refunded: 30_00 }, 0],
  ])('remains %s', (_, overrides, remaining) => {
    expect(remainingOf(amountsOf(overrides))).toBe(remaining);
  });

  test.each([
    ['nothing before a capture', {}, 0, 0],
    ['what was captured', { captured: 60_00 }, 0, 60_00],
    ['what was not refunded yet', { captured: 60_00, refunded: 10_00 }, 0, 50_00],
    ['what no refund in doubt holds', { captured: 60_00, refunded: 10_00 }, 20_00, 30_00],
    ['nothing, not less, when more waits than is left', { captured: 10_00 }, 20_00, 0],
  ])('can be refunded %s', (_, overrides, inDoubt, refundable) => {
    expect(refundableOf(amountsOf(overrides), inDoubt)).toBe(refundable);
  });
});
