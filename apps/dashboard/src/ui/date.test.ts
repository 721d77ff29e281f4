import { describe, expect, it } from 'vitest';
import { formatDay, formatInstant, formatRelative, formatTime } from './date.ts';

const hour = 3_600_000;
const day = 24 * hour;
const saturday = Date.parse('2026-11-21T08:12:00Z');

describe('formatInstant', () => {
  it.each([
    ['en', 'Sat 21.11.2026, 09:12'],
    ['de', 'Sa 21.11.2026, 09:12'],
    ['fr', 'sam 21.11.2026, 09:12'],
    ['it', 'sab 21.11.2026, 09:12'],
  ])('keeps the digits in %s', (lang, expected) => {
    expect(formatInstant(saturday, lang)).toBe(expected);
  });

  it('drops the year within the year of now only', () => {
    expect(formatInstant(saturday, 'en', { shortIn: saturday - day })).toBe('Sat 21.11., 09:12');
    expect(formatInstant(saturday, 'en', { shortIn: saturday + 100 * day })).toBe(
      'Sat 21.11.2026, 09:12',
    );
  });

  it('shows the hour that 168 h across the clock change really end at', () => {
    const authorized = Date.parse('2026-03-25T13:00:00Z');

    expect(formatInstant(authorized, 'de')).toBe('Mi 25.03.2026, 14:00');
    expect(formatInstant(authorized + 7 * day, 'de')).toBe('Mi 01.04.2026, 15:00');
  });
});

describe('formatDay and formatTime', () => {
  it('are Swiss time', () => {
    expect(formatDay(Date.parse('2026-12-31T23:30:00Z'))).toBe('01.01.2027');
    expect(formatTime(saturday)).toBe('09:12');
  });
});

describe('formatRelative', () => {
  it.each([
    [6 * day + 23 * hour, 'en', 'in 6 days'],
    [2 * day, 'de', 'in 2 Tagen'],
    [47.99 * hour, 'en', 'in 47 hours'],
    [47.99 * hour, 'fr', 'dans 47 heures'],
    [3.2 * hour, 'it', 'tra 3 ore'],
    [59 * 60_000, 'en', 'in 59 minutes'],
    [30_000, 'en', 'in 1 minute'],
    [-2 * day, 'de', 'vor 2 Tagen'],
    [-3 * hour, 'en', '3 hours ago'],
  ])('rounds %d ms towards now in %s', (left, lang, expected) => {
    expect(formatRelative(left, lang)).toBe(expected);
  });
});
