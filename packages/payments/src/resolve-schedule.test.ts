import { describe, expect, test } from 'vitest';
import {
  defaultQuietPeriods,
  defaultResolveSchedule,
  nextResolveAt,
  quietUntil,
} from './resolve-schedule.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const sentAt = Date.UTC(2026, 2, 2, 9, 0, 0);
const end = 35 * minute;

describe('after an operation without an answer the next question is', () => {
  test.each([
    ['after 30 s', 0, 30_000],
    ['still after 30 s, a millisecond earlier', 29_999, 30_000],
    ['after 2 min, once asked at 30 s', 30_000, 2 * minute],
    ['after 5 min', 2 * minute + 80, 5 * minute],
    ['after 10 min', 5 * minute, 10 * minute],
    ['after 35 min', 10 * minute, end],
    ['a day after the last', end, end + day],
    ['two days after it', end + day + 1, end + 2 * day],
    ['at the next of its times when some passed unasked', 20 * minute, end],
    ['within a day when days passed unasked', end + 9.5 * day, end + 10 * day],
  ])('%s', (_, sinceSent, expected) => {
    expect(nextResolveAt(sentAt, sentAt + sinceSent, defaultResolveSchedule)).toBe(
      sentAt + expected,
    );
  });

  test('at the end of the quiet period when the schedule ends before it', () => {
    expect(nextResolveAt(sentAt, sentAt + 300, [100, 200], sentAt + 900)).toBe(sentAt + 900);
  });

  test('the soonest of an unordered schedule', () => {
    expect(nextResolveAt(sentAt, sentAt + 150, [300, 100, 200])).toBe(sentAt + 200);
  });

  test('daily from the send when there is no schedule', () => {
    expect(nextResolveAt(sentAt, sentAt + 1, [])).toBe(sentAt + day);
  });
});

test.each([
  ['capture', 10 * minute],
  ['reversal', 10 * minute],
  ['credit', 35 * minute],
] as const)('the quiet period of a %s is its own', (kind, length) => {
  expect(quietUntil(kind, sentAt, defaultQuietPeriods)).toBe(sentAt + length);
});

test('every quiet period ends at a time of the schedule', () => {
  expect(defaultResolveSchedule).toEqual(
    expect.arrayContaining(Object.values(defaultQuietPeriods)),
  );
});
