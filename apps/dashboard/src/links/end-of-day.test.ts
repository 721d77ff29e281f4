import { expect, it } from 'vitest';
import { endOfSwissDay, swissDay } from './end-of-day.ts';

it.each([
  ['2026-11-26', '2026-11-26T22:59:59.999Z'],
  ['2026-07-01', '2026-07-01T21:59:59.999Z'],
  ['2026-03-29', '2026-03-29T21:59:59.999Z'],
  ['2026-10-25', '2026-10-25T22:59:59.999Z'],
])('%s ends with its last Swiss millisecond', (text, end) => {
  const at = endOfSwissDay(text);
  expect(new Date(at ?? 0).toISOString()).toBe(end);
  expect(swissDay(at ?? 0)).toBe(text);
});

it('knows what is no day', () => {
  expect(endOfSwissDay('')).toBeNull();
  expect(endOfSwissDay('2026-13-01')).toBeNull();
});
