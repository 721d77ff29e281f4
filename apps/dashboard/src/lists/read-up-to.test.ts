import { expect, test } from 'vitest';
import { readUpTo } from './read-up-to.ts';
import type { ReadRows } from './read-window.ts';

/** A list of the numbers from 0 on; a cursor is the number that comes next. */
const numbersTo = (count: number) => {
  const asked: unknown[] = [];
  const read: ReadRows<number> = async (part) => {
    asked.push(part);
    const from = Number(part.cursor ?? part.startAt ?? 0);
    const end = Math.min(count, from + part.limit);
    const rows = Array.from({ length: end - from }, (_, at) => from + at);
    const nextCursor = end < count ? String(end) : null;
    return { rows, nextCursor, prevCursor: null, startCursor: null };
  };
  return { asked, read };
};

test.each([
  [450, 450, false],
  [450, 449, true],
  [450, 200, true],
  [0, 10, false],
])('of %i rows at most %i are read', async (count, most, hasMore) => {
  const { read } = numbersTo(count);

  const found = await readUpTo(read, null, most);

  expect(found.rows).toEqual(Array.from({ length: Math.min(count, most) }, (_, at) => at));
  expect(found.hasMore).toBe(hasMore);
});

test('it begins at a place and goes on from there', async () => {
  const { asked, read } = numbersTo(700);

  const { rows } = await readUpTo(read, { at: 300 }, 1000);

  expect([rows.at(0), rows.at(-1)]).toEqual([300, 699]);
  expect(asked).toMatchObject([
    { cursor: null, startAt: 300, limit: 200 },
    { cursor: '500', limit: 200 },
  ]);
  expect(asked[1]).not.toHaveProperty('startAt');
});
