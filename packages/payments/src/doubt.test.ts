import { describe, expect, test } from 'vitest';
import { type Doubt, doubtOf } from './doubt.ts';
import type { PaymentEvent } from './payment-event.ts';
import { authorizedAt as at } from './testing.ts';

let count = 0;
const fact = () => ({ fact: `fact ${count++}`, at });
const authorized = (amount = 100_00): PaymentEvent => ({ ...fact(), type: 'authorized', amount });
const captured = (amount: number): PaymentEvent => ({
  ...fact(),
  type: 'captured',
  amount,
  closed: 0,
});
const credited = (amount: number): PaymentEvent => ({ ...fact(), type: 'credited', amount });
const outside = (kind: 'capture' | 'credit' | 'reversal', amount: number): PaymentEvent => ({
  ...fact(),
  type: `external-${kind}`,
  amount,
});
const told = (type: 'operation-not-executed' | 'figures-accepted'): PaymentEvent => ({
  ...fact(),
  type,
});
const notExecuted = () => told('operation-not-executed');
const accepted = () => told('figures-accepted');

describe('A06 W04 the figures are doubtful', () => {
  test.each<[Doubt | null, string, PaymentEvent[]]>([
    [null, 'never while only we act', [authorized(), captured(60_00), credited(20_00)]],
    [
      null,
      'not by what others did',
      [authorized(), outside('capture', 60_00), outside('credit', 1)],
    ],
    ['fell', 'when a capture is gone', [authorized(), captured(60_00), outside('capture', -60_00)]],
    [
      'fell',
      'when part of a refund is gone',
      [authorized(), captured(60_00), credited(20_00), outside('credit', -1)],
    ],
    [
      null,
      'no more when the sum came back',
      [authorized(), captured(60_00), outside('capture', -60_00), outside('capture', 60_00)],
    ],
    [
      'fell',
      'still when only a part came back',
      [authorized(), captured(60_00), outside('capture', -60_00), outside('capture', 59_99)],
    ],
    [
      null,
      'no more once somebody accepted it',
      [authorized(), captured(60_00), outside('capture', -60_00), accepted()],
    ],
    [
      'fell',
      'again when it falls again',
      [
        authorized(),
        captured(60_00),
        outside('capture', -10_00),
        accepted(),
        outside('capture', -1),
      ],
    ],
    [
      'late',
      'when money moves after ours did not',
      [authorized(), notExecuted(), outside('capture', 60_00)],
    ],
    [
      'late',
      'when a refund arrives late',
      [authorized(), captured(60_00), notExecuted(), outside('credit', 5_00)],
    ],
    [
      null,
      'not when money moved before ours did not',
      [authorized(), outside('capture', 60_00), notExecuted()],
    ],
    [
      null,
      'not by a lag of the gateway',
      [
        authorized(),
        captured(60_00),
        notExecuted(),
        outside('capture', -60_00),
        outside('capture', 60_00),
      ],
    ],
    [null, 'not after ours went through', [authorized(), notExecuted(), captured(60_00)]],
    [
      null,
      'no more once somebody accepted the late one',
      [authorized(), notExecuted(), outside('capture', 60_00), accepted()],
    ],
    [
      'contradiction',
      'when more is refunded than captured',
      [authorized(), outside('credit', 5_00)],
    ],
    [
      'contradiction',
      'when more is captured than authorized',
      [authorized(), outside('capture', 100_01)],
    ],
    [
      null,
      'no more once somebody accepted the contradiction',
      [authorized(), outside('credit', 5_00), accepted()],
    ],
    [
      'contradiction',
      'again when something moves after that',
      [authorized(), outside('credit', 5_00), accepted(), outside('credit', 1)],
    ],
    [
      'late',
      'when a reversal arrives late',
      [authorized(), notExecuted(), outside('reversal', 5_00)],
    ],
    [
      null,
      'not by a step that was not carried out before somebody accepted',
      [authorized(), notExecuted(), accepted(), outside('capture', 60_00)],
    ],
    [
      null,
      'not by a step without an amount after somebody accepted',
      [authorized(), outside('credit', 5_00), accepted(), notExecuted()],
    ],
  ])('%s: %s', (doubt, _, events) => {
    expect(doubtOf(events)).toBe(doubt);
  });
});
