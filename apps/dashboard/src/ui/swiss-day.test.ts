import { describe, expect, test } from 'vitest';
import { isDay, parseSwissDay, presetDays, showSwissDay } from './swiss-day.ts';

describe('a day as people write it', () => {
  test.each([
    ['21.11.2026', '2026-11-21'],
    ['1.2.2026', '2026-02-01'],
    [' 2026-11-21 ', '2026-11-21'],
    ['31.02.2026', null],
    ['21/11/2026', '2026-11-21'],
    ['1/2/2026', '2026-02-01'],
    ['11/21/2026', null],
    ['21/11.2026', null],
    ['gestern', null],
  ])('%s', (text, day) => {
    expect(parseSwissDay(text)).toBe(day);
  });

  test('is shown as it is written', () => {
    expect(showSwissDay('2026-11-21')).toBe('21.11.2026');
    expect(isDay('2026-13-01')).toBe(false);
  });
});

describe('a preset is counted in Swiss days', () => {
  // 23:30 UTC on 31.10. is 00:30 on 1.11. in Switzerland.
  const now = Date.parse('2026-10-31T23:30:00Z');

  test.each([
    ['today', '2026-11-01', '2026-11-01'],
    ['yesterday', '2026-10-31', '2026-10-31'],
    ['last7', '2026-10-26', '2026-11-01'],
    ['thisMonth', '2026-11-01', '2026-11-01'],
    ['lastMonth', '2026-10-01', '2026-10-31'],
  ] as const)('%s', (preset, from, to) => {
    expect(presetDays(preset, now)).toEqual({ from, to });
  });
});
