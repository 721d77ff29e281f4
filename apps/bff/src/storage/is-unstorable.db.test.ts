import { afterAll, beforeAll, expect, test } from 'vitest';
import { holdsUnstorable, isUnstorable } from './is-unstorable.ts';
import { type TestDatabase, testDatabase } from './testing.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.drop());

test.each([
  ['a text with NUL', `SELECT $1::text`, 'a\0b', true],
  ['JSON with NUL', `SELECT $1::jsonb ->> 'a'`, '{"a":"\\u0000"}', true],
  ['no number', `SELECT $1::int`, 'a', false],
])('%s: unstorable is what it is', async (_name, text, value, expected) => {
  const error = await db.database.read.query(text, [value]).catch((reason: unknown) => reason);

  expect(error).toBeInstanceOf(Error);
  expect(isUnstorable(error)).toBe(expected);
});

test.each([
  [{ fields: [{ note: 'a\0b' }] }, true],
  ['\ud800', true],
  [{ note: 'Größe 1 \u{1f6d2}', amount: 1, other: null }, false],
])('%j holds such a character: %s', (value, expected) => {
  expect(holdsUnstorable(value)).toBe(expected);
});
