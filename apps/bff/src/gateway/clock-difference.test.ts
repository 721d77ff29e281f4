import { describe, expect, test } from 'vitest';
import { alarmingDifference, clockDifference, watchClock } from './clock-difference.ts';

const at = Date.UTC(2026, 10, 2, 9);
const header = (ms: number) => new Date(ms).toUTCString();

describe('D02: the Date header of the gateway', () => {
  test.each([
    ['in the same second', at, at + 50, 0],
    ['at the end of its second', at + 999, at + 1100, 0],
    ['before a slow answer', at - 30_000, at + 100, 0],
    ['behind ours by 12 s', at + 13_000, at + 13_050, 12_000],
    ['ahead of ours by 8 s', at - 9000, at - 8000, -8000],
  ])('%s', (_, from, to, expected) => {
    expect(clockDifference(header(at), from, to)).toBe(expected);
  });

  test.each([undefined, '', 'yesterday'])('says nothing as %j', (date) => {
    expect(clockDifference(date, at, at)).toBeNull();
  });

  test('three clocks that are wrong raise three alarms, once an hour each', () => {
    const alarms: unknown[] = [];
    const log = { error: (told: unknown) => alarms.push(told) };

    for (const [id, difference] of [
      ['a', 5001],
      ['b', -48 * 3_600_000],
      ['c', 48 * 3_600_000],
      ['d', 5000],
      ['e', null],
    ] as const) {
      watchClock(log, id, difference, at);
      watchClock(log, id, difference, at + 1000);
    }
    expect(alarms).toHaveLength(3);

    watchClock(log, 'a', 6000, at + 3_600_000);
    expect(alarms).toHaveLength(4);
    expect(alarmingDifference()).toBe(6000);
    watchClock(log, 'a', 0, at + 3_600_000);
    expect(alarmingDifference()).toBeNull();
  });
});
