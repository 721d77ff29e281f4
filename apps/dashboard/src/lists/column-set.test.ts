import { expect, test } from 'vitest';
import { moveColumn, readColumns } from './column-set.ts';

const set = {
  names: ['order', 'status', 'date', 'source', 'payId'],
  usual: ['order', 'status', 'date'],
} as const;

test('a column that exists no more is named, and the others keep their order', () => {
  expect(readColumns(set, ['status', 'mood', 'order', 'payId'])).toEqual({
    columns: ['order', 'status', 'payId'],
    gone: ['mood'],
  });
});

test.each([
  ['payId', -1, ['order', 'payId', 'status', 'date']],
  ['status', 1, ['order', 'payId', 'status', 'date']],
  ['status', -1, ['order', 'status', 'payId', 'date']],
  ['date', 1, ['order', 'status', 'payId', 'date']],
  ['order', 1, ['order', 'status', 'payId', 'date']],
  ['source', 1, ['order', 'status', 'payId', 'date']],
] as const)('%s moved by %i', (name, by, expected) => {
  const columns: readonly (typeof set.names)[number][] = ['order', 'status', 'payId', 'date'];
  expect(moveColumn(columns, name, by)).toEqual(expected);
});
