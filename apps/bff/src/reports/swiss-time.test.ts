import { expect, test } from 'vitest';
import { mondayOf, nextMonth, startOfDay, swissDay } from './swiss-time.ts';

const HOUR = 3_600_000;

test.each([
  ['2026-11-25', 24],
  ['2026-03-29', 23],
  ['2026-10-25', 25],
  ['2027-03-28', 23],
  ['2027-10-31', 25],
])('%s has %i hours as a calendar day', (day, hours) => {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 24 * HOUR).toISOString().slice(0, 10);

  expect((startOfDay(next, 'calendar') - startOfDay(day, 'calendar')) / HOUR).toBe(hours);
  expect((startOfDay(next, 'twint') - startOfDay(day, 'twint')) / HOUR).toBe(hours);
  expect(swissDay(startOfDay(day, 'calendar'))).toBe(day);
  expect(swissDay(startOfDay(day, 'calendar') - 1)).not.toBe(day);
});

test.each([
  ['2026-03-29', '2026-03-28T22:00:00Z', '2026-03-28T23:00:00Z'],
  ['2026-03-30', '2026-03-29T21:00:00Z', '2026-03-29T22:00:00Z'],
  ['2026-10-25', '2026-10-24T21:00:00Z', '2026-10-24T22:00:00Z'],
  ['2026-10-26', '2026-10-25T22:00:00Z', '2026-10-25T23:00:00Z'],
  ['2027-01-01', '2026-12-31T22:00:00Z', '2026-12-31T23:00:00Z'],
])('the day %s begins for TWINT at %s and in the calendar at %s', (day, twint, calendar) => {
  expect(startOfDay(day, 'twint')).toBe(Date.parse(twint));
  expect(startOfDay(day, 'calendar')).toBe(Date.parse(calendar));
});

test('weeks begin on Monday, months on the first', () => {
  expect(mondayOf('2026-11-22')).toBe('2026-11-16');
  expect(mondayOf('2026-11-23')).toBe('2026-11-23');
  expect(nextMonth('2026-12-31')).toBe('2027-01-01');
  expect(nextMonth('2027-02-01')).toBe('2027-03-01');
});
