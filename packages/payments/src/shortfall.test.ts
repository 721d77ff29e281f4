import { describe, expect, test } from 'vitest';
import type { PaymentEvent } from './payment-event.ts';
import { defaultQuietPeriods } from './resolve-schedule.ts';
import { fellRecently } from './shortfall.ts';
import { authorizedAt as at } from './testing.ts';

const minute = 60_000;
type Moved = 'external-capture' | 'external-credit';

const captured: PaymentEvent = { fact: 'a', at, type: 'captured', amount: 50_00, closed: 0 };
const credited: PaymentEvent = { fact: 'b', at, type: 'credited', amount: 20_00 };
const moved = (type: Moved, amount: number, after: number): PaymentEvent => ({
  fact: `${type}:${after}`,
  type,
  at: at + after * minute,
  amount,
});

describe('after 60 minutes the sums fell lately', () => {
  test.each<[boolean, string, PaymentEvent[]]>([
    [false, 'never', [captured, credited]],
    [
      true,
      'when a capture was gone a minute ago',
      [captured, moved('external-capture', -50_00, 59)],
    ],
    [
      true,
      'when it was gone a millisecond short of the quiet period',
      [captured, moved('external-capture', -1, 50 + 1 / minute)],
    ],
    [
      false,
      'no more when it was gone a quiet period ago',
      [captured, moved('external-capture', -1, 50)],
    ],
    [
      true,
      'when a refund was gone within its longer period',
      [captured, credited, moved('external-credit', -20_00, 26)],
    ],
    [
      false,
      'no more when a refund was gone 35 minutes ago',
      [captured, credited, moved('external-credit', -1, 25)],
    ],
    [
      false,
      'no more when the capture came back',
      [captured, moved('external-capture', -50_00, 58), moved('external-capture', 50_00, 59)],
    ],
    [
      false,
      'no more when a capture of ours took its place',
      [
        captured,
        moved('external-capture', -50_00, 58),
        { ...captured, fact: 'c', at: at + 59 * minute },
      ],
    ],
    [
      false,
      'no more when a refund of ours took its place',
      [
        captured,
        credited,
        moved('external-credit', -20_00, 58),
        { ...credited, fact: 'd', at: at + 59 * minute },
      ],
    ],
    [
      true,
      'when only a part of it came back',
      [captured, moved('external-capture', -50_00, 58), moved('external-capture', 49_99, 59)],
    ],
    [
      true,
      'when it is gone again',
      [
        captured,
        moved('external-capture', -50_00, 57),
        moved('external-capture', 50_00, 58),
        moved('external-capture', -50_00, 59),
      ],
    ],
    [
      true,
      'when a refund elsewhere hides nothing',
      [captured, moved('external-capture', -50_00, 58), moved('external-credit', 50_00, 59)],
    ],
  ])('%s: %s', (expected, _, events) => {
    expect(fellRecently(events, at + 60 * minute, defaultQuietPeriods)).toBe(expected);
  });
});
