import { describe, expect, test } from 'vitest';
import { readEnv } from '../env.ts';
import { lapseAfter, nextCheck } from './record-outcome.ts';

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 10, 2, 9);
const EXPIRED = '20001955';

describe('a refused capture', () => {
  const amounts = { authorized: 100_00, captured: 30_00, refunded: 0, reversed: 10_00, closed: 0 };
  const all = { ...amounts, captured: 90_00 };

  test('proves that the rest lapsed where the authorization ran out', () => {
    expect(lapseAfter({ amounts }, { kind: 'capture' }, EXPIRED, NOW)).toEqual([
      {
        event: { fact: 'lapsed', type: 'lapsed', at: NOW, amount: 60_00 },
        source: { code: EXPIRED },
      },
    ]);
  });

  test.each([
    ['a refund', amounts, 'credit', EXPIRED],
    ['another reason', amounts, 'capture', '20000313'],
    ['no rest', all, 'capture', EXPIRED],
  ] as const)('proves nothing of it with %s', (_, figures, kind, code) => {
    expect(lapseAfter({ amounts: figures }, { kind }, code, NOW)).toEqual([]);
  });
});

describe('a sent operation is asked about next', () => {
  const next = (
    env: Readonly<Record<string, string>>,
    kind: 'capture' | 'credit',
    minutes: number,
    sentAt: number | null = NOW,
  ) => (nextCheck({ env: readEnv(env) }, { kind, sentAt }, NOW + minutes * MINUTE) - NOW) / MINUTE;

  test('by the schedule, counted from its send', () => {
    expect(next({}, 'capture', 0)).toBe(0.5);
    expect(next({}, 'capture', 3)).toBe(5);
  });

  test('at the end of its own quiet period, which the schedule may leave out', () => {
    const short = { RESOLVE_AT_MS: '30000' };

    expect(next(short, 'capture', 1)).toBe(10);
    expect(next(short, 'credit', 1)).toBe(35);
  });

  test('from now on where nobody knows when it was sent', () => {
    expect(next({}, 'capture', 3, null)).toBe(3.5);
  });
});
