import { describe, expect, test } from 'vitest';
import {
  captureUrgency,
  deadlines,
  refundThresholds,
  refundThresholdsFor,
  refundUrgency,
} from './deadline.ts';

const hour = 3_600_000;
const day = 24 * hour;
const edge = Date.UTC(2026, 9, 26, 9, 0, 0);

describe('a capture', () => {
  test.each([
    ['calm a millisecond before the last 72 h', 72 * hour + 1, 'calm'],
    ['soon at 72 h', 72 * hour, 'soon'],
    ['soon a millisecond before the last 24 h', 24 * hour + 1, 'soon'],
    ['urgent at 24 h', 24 * hour, 'urgent'],
    ['urgent a millisecond before the last 4 h', 4 * hour + 1, 'urgent'],
    ['critical at 4 h', 4 * hour, 'critical'],
    ['critical in the last millisecond', 1, 'critical'],
    ['missed at the edge', 0, 'missed'],
    ['missed after it', -1, 'missed'],
  ])('is %s', (_, left, urgency) => {
    expect(captureUrgency(edge, edge - left)).toBe(urgency);
  });
});

describe('a refund with a window of 180 days', () => {
  test.each([
    ['calm a millisecond before the last 14 days', 14 * day + 1, 'calm'],
    ['soon at 14 days', 14 * day, 'soon'],
    ['soon a millisecond before the last 3 days', 3 * day + 1, 'soon'],
    ['urgent at 3 days', 3 * day, 'urgent'],
    ['urgent a millisecond before the last 24 h', day + 1, 'urgent'],
    ['critical at 24 h', day, 'critical'],
    ['missed at the edge', 0, 'missed'],
  ])('is %s', (_, left, urgency) => {
    expect(refundUrgency(edge, edge - left, 180 * day)).toBe(urgency);
  });
});

describe('a refund with a window of 7 days', () => {
  test.each([
    ['calm with more than 72 h left', 72 * hour + 1, 'calm'],
    ['soon at 72 h', 72 * hour, 'soon'],
    ['urgent at 24 h', 24 * hour, 'urgent'],
    ['critical at 4 h', 4 * hour, 'critical'],
    ['missed at the edge', 0, 'missed'],
  ])('is %s', (_, left, urgency) => {
    expect(refundUrgency(edge, edge - left, 7 * day)).toBe(urgency);
  });
});

test('a window longer than a week takes the refund thresholds', () => {
  expect(refundThresholdsFor(7 * day + 1)).toBe(refundThresholds);
});

describe('D03: a second before and after the edge', () => {
  const authorizedAt = Date.UTC(2026, 2, 25, 13, 0, 0);
  const edges = deadlines({ authorizedAt, captureWindowMs: 168 * hour, refundWindowMs: 180 * day });
  // Seven local days after 14:00 in Zurich are an hour less over the night of March, 180 too.
  const sevenLocalDays = Date.UTC(2026, 3, 1, 12, 0, 0);
  const local180Days = Date.UTC(2026, 8, 21, 12, 0, 0);

  test.each([
    ['7 × 24 h', captureUrgency, edges.captureBy, edges.captureBy],
    ['seven local days', captureUrgency, edges.captureBy, sevenLocalDays],
    [
      '180 × 24 h',
      (edge: number, now: number) => refundUrgency(edge, now, 180 * day),
      edges.refundUntil,
      edges.refundUntil,
    ],
    [
      '180 local days',
      (edge: number, now: number) => refundUrgency(edge, now, 180 * day),
      edges.refundUntil,
      local180Days,
    ],
  ] as const)('of %s only the lengths in hours decide', (_, urgency, edge, reading) => {
    for (const now of [reading - 1000, reading, reading + 1000]) {
      expect(urgency(edge, now)).toBe(now >= edge ? 'missed' : 'critical');
    }
  });
});

test('D04: both deadlines of every hour from 2024 to 2035 are lengths, not local days', () => {
  const windows = { captureWindowMs: 168 * hour, refundWindowMs: 180 * day };
  const end = Date.UTC(2036, 0, 1);
  let hours = 0;
  for (let authorizedAt = Date.UTC(2024, 0, 1); authorizedAt < end; authorizedAt += hour) {
    const { captureBy, refundUntil } = deadlines({ authorizedAt, ...windows });
    const isRight =
      captureBy - authorizedAt === 604_800_000 &&
      refundUntil - authorizedAt === 15_552_000_000 &&
      captureUrgency(captureBy, captureBy - 1) === 'critical' &&
      captureUrgency(captureBy, captureBy) === 'missed';
    if (isRight) hours += 1;
  }

  expect(hours).toBe(105_192);
});

test('the windows are lengths, whatever the local clock does in between', () => {
  const beforeWinterTime = Date.UTC(2026, 9, 24, 12, 0, 0);

  const window = { captureWindowMs: 168 * hour, refundWindowMs: 180 * day };

  expect(deadlines({ authorizedAt: beforeWinterTime, ...window })).toEqual({
    captureBy: Date.UTC(2026, 9, 31, 12, 0, 0),
    refundUntil: beforeWinterTime + 180 * 24 * 60 * 60 * 1000,
  });
});
