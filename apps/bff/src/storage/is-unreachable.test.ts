import { describe, expect, test } from 'vitest';
import { openDatabase } from './database.ts';
import { isUnreachable } from './is-unreachable.ts';

describe('a database', () => {
  test.each(['postgres://desk@127.0.0.1:9/none', 'postgres://desk@%2Fno%2Fsuch%2Fdirectory/none'])(
    'that is not there (%s) is unreachable',
    async (url) => {
      const database = openDatabase(url);

      const error = await database.read.query('SELECT 1').catch((reason: unknown) => reason);
      await database.close();

      expect(isUnreachable(error)).toBe(true);
    },
  );

  test.each([
    ['57P01', true],
    ['08006', true],
    ['23505', false],
    ['57014', false],
  ])('that answers %s: unreachable is %s', (code, expected) => {
    expect(isUnreachable(Object.assign(new Error('x'), { code }))).toBe(expected);
  });

  test('that cut the connection is unreachable, also inside another error', () => {
    const cause = new Error('Connection terminated unexpectedly');

    expect(isUnreachable(new Error('could not read', { cause }))).toBe(true);
    expect(isUnreachable('Connection terminated')).toBe(false);
  });
});
