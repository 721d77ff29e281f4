import { expect, test } from 'vitest';
import { nextRepeatAt } from './repeat-schedule.ts';

test('repeats after 1, 8, 27 … 512 minutes, 21 h 36 min in all, and then gives up', () => {
  let at = 0;
  for (let attempt = 1; attempt <= 8; attempt += 1) {
    const next = nextRepeatAt(attempt, at);
    expect(next).toBe(at + attempt ** 3 * 60_000);
    at = next ?? Number.NaN;
  }
  expect(at).toBe((21 * 60 + 36) * 60_000);
  expect(nextRepeatAt(9, at)).toBeNull();
});
