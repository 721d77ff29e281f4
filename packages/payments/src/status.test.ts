import { describe, expect, test } from 'vitest';
import { type PaymentStatus, statusOf } from './status.ts';
import { amountsOf } from './testing.ts';

describe('a payment of 100.00', () => {
  test.each<[string, Parameters<typeof amountsOf>[0], PaymentStatus]>([
    ['untouched', {}, 'authorized'],
    ['reversed in part', { reversed: 40_00 }, 'authorized'],
    ['captured in part', { captured: 60_00 }, 'part_captured'],
    ['captured in part and refunded', { captured: 60_00, refunded: 60_00 }, 'part_captured'],
    ['captured', { captured: 100_00 }, 'captured'],
    ['captured in part, the rest closed', { captured: 60_00, closed: 40_00 }, 'captured'],
    ['refunded in part', { captured: 100_00, refunded: 1 }, 'part_refunded'],
    ['refunded', { captured: 100_00, refunded: 100_00 }, 'refunded'],
    ['refunded, the rest closed', { captured: 60_00, closed: 40_00, refunded: 60_00 }, 'refunded'],
    ['reversed', { reversed: 100_00 }, 'reversed'],
    ['lapsed', { closed: 100_00 }, 'expired'],
    ['reversed in part, the rest lapsed', { reversed: 40_00, closed: 60_00 }, 'expired'],
  ])('%s shows as it ended', (_, overrides, status) => {
    const amounts = amountsOf(overrides);

    expect(statusOf({ amounts, lifecycle: 'authorized', openState: null })).toBe(status);
  });

  test.each([
    ['requested', 'processing'],
    ['sending', 'processing'],
    ['unknown', 'unknown'],
    ['review', 'unknown'],
  ] as const)('with an operation %s is %s', (openState, status) => {
    const amounts = amountsOf({ captured: 100_00 });

    expect(statusOf({ amounts, lifecycle: 'authorized', openState })).toBe(status);
  });

  test.each([
    ['awaiting', 'awaiting'],
    ['processing', 'processing'],
    ['failed', 'failed'],
    ['expired', 'expired'],
    ['authorized', 'processing'],
  ] as const)('not authorized yet and %s is %s', (lifecycle, status) => {
    const amounts = amountsOf({ authorized: 0 });

    expect(statusOf({ amounts, lifecycle, openState: null })).toBe(status);
  });

  test.each([
    ['untouched', {}, 'scheduled'],
    ['captured in part', { captured: 60_00 }, 'part_captured'],
    ['captured', { captured: 100_00 }, 'captured'],
  ] as const)('%s, with a capture scheduled, shows what is known', (_, overrides, status) => {
    const amounts = amountsOf(overrides);

    const shown = statusOf({
      amounts,
      lifecycle: 'authorized',
      openState: null,
      captureScheduled: true,
    });

    expect(shown).toBe(status);
  });
});
